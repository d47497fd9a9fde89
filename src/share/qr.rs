//! A link as a QR code.

use qrcodegen::{QrCode, QrCodeEcc};

/// The white edge that readers of such codes ask for, in modules.
const QUIET: i32 = 4;

/// A QR code as a drawing: black modules on a white square.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// The side of the square in modules, the white edge included.
    pub size: i32,
    /// The black modules, as the data of an SVG path.
    pub path: String,
}

impl Qr {
    /// The code of a text; `None` where it is too long for any.
    pub fn of(text: &str) -> Option<Qr> {
        // Less room for repair rather than no code.
        let code = QrCode::encode_text(text, QrCodeEcc::Medium)
            .or_else(|_| QrCode::encode_text(text, QrCodeEcc::Low))
            .ok()?;
        let mut path = String::new();
        for row in 0..code.size() {
            let mut column = 0;
            while column < code.size() {
                let rest = column..code.size();
                let run = rest.take_while(|at| code.get_module(*at, row)).count();
                let run = i32::try_from(run).unwrap_or_default();
                if run > 0 {
                    let (x, y) = (column + QUIET, row + QUIET);
                    path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
                }
                column += run.max(1);
            }
        }
        Some(Qr {
            size: code.size() + 2 * QUIET,
            path,
        })
    }

    /// What part of the plane the drawing takes.
    pub fn view_box(&self) -> String {
        format!("0 0 {0} {0}", self.size)
    }

    /// The code as a file, in squares of eight pixels.
    pub fn svg(&self) -> String {
        let (size, side) = (self.size, self.size * 8);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{}\" width=\"{side}\" \
             height=\"{side}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" \
             d=\"M0 0h{size}v{size}H0z\"/><path d=\"{}\"/></svg>\n",
            self.view_box(),
            self.path
        )
    }
}
