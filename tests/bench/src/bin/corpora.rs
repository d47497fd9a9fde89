//! Writes corpora for Node: `corpora FOLDER SIZE…` makes `FOLDER/SIZE.json`.

use search_bench::corpora;
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments
        .next()
        .ok_or("A folder for the corpora is missing.")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let agenda = explorer::embedded::agenda()?;
    for size in arguments {
        let corpus = corpora::corpus(&agenda, size.parse()?);
        let text = serde_json::to_string(&corpus)?;
        fs::write(folder.join(format!("{size}.json")), text)?;
    }
    Ok(())
}
