//! What a process costs, as Linux tells it.

/// Clock ticks in which Linux tells processor time (`USER_HZ`, fixed at 100 for programs).
const TICK_MS: f64 = 10.0;

/// Processor time of all threads so far, in the program and in the system on its behalf, in milliseconds.
pub fn processor_ms(process_id: u32) -> f64 {
    let text = read(process_id, "stat");
    // The name in brackets may hold spaces; after it, the 12th and 13th fields are user and system time.
    let fields = text.rsplit_once(')').expect("a name in brackets").1;
    let ticks = fields.split_whitespace().skip(11).take(2).map(|field| field.parse::<f64>().expect("a number"));
    ticks.sum::<f64>() * TICK_MS
}

/// The most memory that was resident at any time.
pub fn peak_bytes(process_id: u32) -> f64 {
    let text = read(process_id, "status");
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    line.trim().trim_end_matches(" kB").parse::<f64>().expect("a number") * 1024.0
}

fn read(process_id: u32, name: &str) -> String {
    std::fs::read_to_string(format!("/proc/{process_id}/{name}")).expect("the process is there")
}
