//! Which versions are not worth their room. Opens no file.

/// How many are kept at most.
const MOST: usize = 100;
/// How much room they take at most, together.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// So many of the newest are kept however close they stand.
const NEWEST: usize = 10;
/// Two that are this old stand at least an eighth of it apart: of an hour ago eight minutes, of a month ago four days. That
/// makes some 18 for each tenfold time.
const AGE_PER_GAP: i64 = 8;

/// What counts of a version.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    pub unix_ms: i64,
    pub bytes: u64,
}

/// The places of those that are to go, of versions in order of time, the newest first. The newest always stays.
pub(super) fn superfluous(versions: &[Kept]) -> Vec<usize> {
    let Some(newest) = versions.first() else { return Vec::new() };
    let mut stays = vec![true; versions.len()];
    // From the oldest on, so that one that was kept stays until it stands too close to an older one.
    let mut older: Option<i64> = None;
    for (place, version) in versions.iter().enumerate().skip(NEWEST).rev() {
        let gap = newest.unix_ms.saturating_sub(version.unix_ms) / AGE_PER_GAP;
        stays[place] = older.is_none_or(|older| version.unix_ms.saturating_sub(older) >= gap);
        older = if stays[place] { Some(version.unix_ms) } else { older };
    }
    let (mut count, mut bytes) = (0, 0_u64);
    for (place, version) in versions.iter().enumerate().filter(|(place, _)| stays[*place]).collect::<Vec<_>>() {
        (count, bytes) = (count + 1, bytes.saturating_add(version.bytes));
        stays[place] = place == 0 || (count <= MOST && bytes <= MOST_BYTES);
    }
    (0..versions.len()).filter(|place| !stays[*place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE_MS: i64 = 60_000;

    /// What is left when a version is kept at each of these times.
    fn left(times_ms: impl IntoIterator<Item = i64>, bytes: u64) -> Vec<Kept> {
        let mut kept: Vec<Kept> = Vec::new();
        for unix_ms in times_ms {
            kept.insert(0, Kept { unix_ms, bytes });
            for place in superfluous(&kept).into_iter().rev() {
                kept.remove(place);
            }
        }
        kept
    }

    #[test]
    fn a_year_of_work_leaves_the_last_minutes_and_something_of_every_month() {
        // Each day four hours, a version every two minutes.
        let days = (0..365).flat_map(|day| (0..120).map(move |at| (day * 24 * 60 + 10 * 60 + at * 2) * MINUTE_MS));
        let kept = left(days, 1000);
        assert!(kept.len() <= MOST, "{}", kept.len());
        let newest = kept[0].unix_ms;
        let within = |from: i64, to: i64| {
            kept.iter().filter(|one| (from..to).contains(&((newest - one.unix_ms) / MINUTE_MS))).count()
        };
        assert_eq!(within(0, 20), 10);
        assert!(within(20, 120) >= 5, "the last hours");
        assert!(within(24 * 60, 7 * 24 * 60) >= 5, "the last days");
        assert!(within(30 * 24 * 60, 90 * 24 * 60) >= 3, "months ago");
        assert!(within(180 * 24 * 60, 366 * 24 * 60) >= 1, "half a year ago");
    }

    #[test]
    fn large_banks_have_fewer_but_always_one() {
        let times = || (0..50).map(|at| at * MINUTE_MS);
        assert_eq!(left(times(), MOST_BYTES / 5).len(), 5);
        assert_eq!(left(times(), MOST_BYTES * 2).len(), 1);
        assert!(left([], 1).is_empty());
    }

    #[test]
    fn a_hundred_is_the_most() {
        assert!(left((0..5000).map(|at| at * 50 * MINUTE_MS), 1).len() <= MOST);
    }
}
