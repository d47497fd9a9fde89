//! The parts of a document in one archive.

use std::io::{self, Write};

use rawzip::{CompressionMethod, Error, ZipArchiveWriter};

/// The archive of these parts by their names, the same whenever it is made.
///
/// # Errors
/// Where a part is larger than an archive can have.
pub(super) fn archive(parts: &[(&str, String)]) -> Result<Vec<u8>, Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, content) in parts {
        let part = archive.new_file(*name);
        let part = part.compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = part.start()?;
        let mut writer = config.wrap(Blocks(&mut entry));
        writer.write_all(content.as_bytes())?;
        let (blocks, descriptor) = writer.finish()?;
        blocks.end()?;
        entry.finish(descriptor)?;
    }
    archive.finish()
}

/// Deflate without compression. The archive is written in one go, with the size of a
/// part behind it, and there LibreOffice and others take only parts whose own form
/// says where they end.
struct Blocks<W>(W);

impl<W: Write> Blocks<W> {
    fn block(&mut self, is_last: bool, content: &[u8], length: u16) -> io::Result<()> {
        self.0.write_all(&[u8::from(is_last)])?;
        self.0.write_all(&length.to_le_bytes())?;
        self.0.write_all(&(!length).to_le_bytes())?;
        self.0.write_all(content)
    }

    fn end(mut self) -> io::Result<()> {
        self.block(true, &[], 0)
    }
}

impl<W: Write> Write for Blocks<W> {
    fn write(&mut self, content: &[u8]) -> io::Result<usize> {
        let length = u16::try_from(content.len()).unwrap_or(u16::MAX);
        let block = content.get(..length.into()).unwrap_or_default();
        self.block(false, block, length)?;
        Ok(block.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
