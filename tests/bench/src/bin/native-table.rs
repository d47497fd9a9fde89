//! Prints what criterion has measured as a table in Markdown, with the memory
//! of the index: `native-table FOLDER SIZE…`, the folder being criterion's.

use search_bench::{corpora, native::NATIVE, queries, subject};
use std::{
    alloc::{GlobalAlloc, Layout, System},
    env,
    error::Error,
    fs,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

/// How many bytes are in use.
static IN_USE: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static COUNTING: Counting = Counting;

/// The allocator of the system, with a count.
struct Counting;

// SAFETY: every call is handed on as it is; only numbers are added up.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        IN_USE.fetch_add(layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().ok_or("Criterion's folder is missing.")?;
    println!("| recommendations | query, median ms | slowest query, ms | build, ms | index, MB |");
    println!("| ---: | ---: | ---: | ---: | ---: |");
    for size in arguments {
        println!("{}", row(Path::new(&folder), size.parse()?)?);
    }
    Ok(())
}

fn row(folder: &Path, size: usize) -> Result<String, Box<dyn Error>> {
    let queries = 0..queries::queries().len();
    let group = folder.join(format!("query-{size}"));
    let mut times = queries
        .map(|place| milliseconds(&group.join(place.to_string())))
        .collect::<Result<Vec<_>, _>>()?;
    times.sort_unstable_by(f64::total_cmp);
    let build = milliseconds(&folder.join("build").join(size.to_string()))?;
    Ok(format!(
        "| {size} | {:.4} | {:.4} | {build:.2} | {:.1} |",
        f64::midpoint(times[(times.len() - 1) / 2], times[times.len() / 2]),
        times[times.len() - 1],
        memory(size)? as f64 / 1e6,
    ))
}

/// The median that criterion has left in the folder of one measurement.
fn milliseconds(folder: &Path) -> Result<f64, Box<dyn Error>> {
    let path = folder.join("new").join("estimates.json");
    let text = fs::read_to_string(&path)
        .map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
    let estimates: serde_json::Value = serde_json::from_str(&text)?;
    let nanoseconds = estimates["median"]["point_estimate"].as_f64();
    let nanoseconds = nanoseconds.ok_or_else(|| format!("{} has no median.", path.display()))?;
    Ok(nanoseconds / 1e6)
}

/// The bytes of an index, without the documents that it was made of.
fn memory(size: usize) -> Result<usize, Box<dyn Error>> {
    let synthetic = corpora::corpus(&explorer::embedded::agenda()?, size);
    let documents = subject::documents(&synthetic);
    let facets = subject::facets(&synthetic.sizes);
    let before = IN_USE.load(Relaxed);
    let _corpus = subject::corpus(&documents, &facets, NATIVE.fold);
    Ok(IN_USE.load(Relaxed) - before)
}
