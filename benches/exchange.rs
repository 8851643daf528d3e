//! How long other programs' files take to read: 10,000 questions of Moodle XML, and a course package of 300 MB of video.
//!
//! `cargo bench --bench exchange`. The questions may take 2 s with the bank made of them, the course 1 s, reading only what it
//! must. For the memory: `cargo bench --bench exchange -- --memory moodle|course` reads once and prints the peak.

use divan::Bencher;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, Cursor, Write};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Instant;
use torus::bank::Quietly;
use torus::exchange::{MakeOptions, ReadOptions, make, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const QUESTIONS: usize = 10_000;
const COURSE_QUESTIONS: usize = 200;
const VIDEO_BYTES: usize = 300 << 20;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    match args.iter().position(|arg| arg == "--memory") {
        Some(at) => once(args.get(at + 1).is_some_and(|what| what == "course")),
        None => divan::main(),
    }
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn moodle_xml_of_10_000_questions(bencher: Bencher) {
    bencher.bench(|| assert_eq!(moodle(), QUESTIONS));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn a_course_of_300_mb_of_video(bencher: Bencher) {
    let course = course();
    bencher.bench(|| assert_eq!(questions_of(&course.1), COURSE_QUESTIONS));
}

static MOODLE: LazyLock<String> = LazyLock::new(|| {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
    for number in 0..QUESTIONS {
        if number % 100 == 0 {
            let _ = writeln!(
                text,
                "<question type=\"category\"><category><text>$course$/top/Unit {}</text></category></question>",
                number / 100
            );
        }
        let _ = writeln!(
            text,
            "<question type=\"multichoice\"><name><text>Q{number}</text></name><questiontext format=\"html\"><text><![CDATA[<p>How \
             many metres is <b>tower {number}</b> high, if its shadow is {number} m long?</p>]]></text></questiontext>\
             <generalfeedback format=\"html\"><text><![CDATA[<p>The sun stands at 45&deg;.</p>]]></text></generalfeedback>\
             <defaultgrade>1.0</defaultgrade><single>true</single>\
             <answer fraction=\"100\" format=\"html\"><text><![CDATA[<p>{number} m</p>]]></text></answer>\
             <answer fraction=\"0\" format=\"html\"><text><![CDATA[<p>{} m</p>]]></text>\
             <feedback format=\"html\"><text>Twice too much.</text></feedback></answer>\
             <answer fraction=\"0\" format=\"html\"><text><![CDATA[<p>{} m</p>]]></text></answer></question>",
            2 * number + 1,
            number + 7,
        );
    }
    text + "</quiz>\n"
});

/// How many questions come of the large file.
fn moodle() -> usize {
    let file =
        read(&mut Cursor::new(MOODLE.as_bytes()), "large.xml", &ReadOptions::default(), &Quietly).expect("reads");
    file.banks.iter().map(|drafts| make(drafts, "large", &MakeOptions::default()).bank.questions.len()).sum()
}

/// A course as Canvas exports it.
fn course() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("course.imscc");
    let mut zip = ZipWriter::new(File::create(&path).expect("a file"));
    let packed = SimpleFileOptions::default();
    let stored = packed.compression_method(CompressionMethod::Stored);
    zip.start_file("web_resources/lecture.mp4", stored).expect("a file");
    let noise: Vec<u8> = (0..1 << 20).map(|byte: u32| (byte.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    (0..VIDEO_BYTES >> 20).for_each(|_| zip.write_all(&noise).expect("writes"));
    zip.start_file("imsmanifest.xml", packed).expect("a file");
    zip.write_all(
        b"<?xml version=\"1.0\"?><manifest identifier=\"m\" xmlns=\"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1\"><resources>\
          <resource identifier=\"q1\" type=\"associatedcontent/imscc_xmlv1p1/learning-application-resource\">\
          <file href=\"non_cc_assessments/q1.xml.qti\"/></resource></resources></manifest>",
    )
    .expect("writes");
    zip.start_file("non_cc_assessments/q1.xml.qti", packed).expect("a file");
    zip.write_all(quiz().as_bytes()).expect("writes");
    zip.finish().expect("a package");
    (folder, path)
}

fn quiz() -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\"?><questestinterop><assessment ident=\"q1\" title=\"Towers\"><section ident=\"root_section\">",
    );
    for number in 0..COURSE_QUESTIONS {
        let _ = write!(
            text,
            "<item ident=\"i{number}\" title=\"Q{number}\"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type\
             </fieldlabel><fieldentry>multiple_choice_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>\
             <presentation><material><mattext texttype=\"text/html\">&lt;p&gt;How high is tower {number}?&lt;/p&gt;</mattext>\
             </material><response_lid ident=\"response1\" rcardinality=\"Single\"><render_choice>\
             <response_label ident=\"a\"><material><mattext texttype=\"text/plain\">{number} m</mattext></material></response_label>\
             <response_label ident=\"b\"><material><mattext texttype=\"text/plain\">{} m</mattext></material></response_label>\
             </render_choice></response_lid></presentation><resprocessing><outcomes><decvar maxvalue=\"100\" minvalue=\"0\" \
             varname=\"SCORE\" vartype=\"Decimal\"/></outcomes><respcondition continue=\"No\"><conditionvar>\
             <varequal respident=\"response1\">a</varequal></conditionvar><setvar action=\"Set\" varname=\"SCORE\">100</setvar>\
             </respcondition></resprocessing></item>",
            number + 3,
        );
    }
    text + "</section></assessment></questestinterop>"
}

fn questions_of(path: &PathBuf) -> usize {
    let mut file = BufReader::new(File::open(path).expect("a course"));
    let file = read(&mut file, "course.imscc", &ReadOptions::default(), &Quietly).expect("reads");
    file.banks.iter().map(|drafts| make(drafts, "towers", &MakeOptions::default()).bank.questions.len()).sum()
}

#[expect(clippy::print_stdout, reason = "a measuring tool prints what it measured")]
fn once(is_course: bool) {
    let folder = is_course.then(course);
    LazyLock::force(&MOODLE);
    let start = Instant::now();
    let questions = folder.as_ref().map_or_else(moodle, |(_, path)| questions_of(path));
    let seconds = start.elapsed().as_secs_f64();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("the peak is told on Linux alone");
    println!("{questions} questions in {seconds:.2} s; {peak}");
}
