//! Responses that do not come from a file.

use std::{convert::Infallible, io, time::Duration};

use bytes::Bytes;
use futures_util::stream;
use http::{HeaderValue, StatusCode, header};
use http_body_util::{BodyExt, Full, StreamBody, combinators::UnsyncBoxBody};
use hyper::body::Frame;

/// The body of every response.
pub(crate) type Body = UnsyncBoxBody<Bytes, io::Error>;

/// Time for the sent part of a truncated body to reach the client.
const PAUSE: Duration = Duration::from_millis(50);

/// A response with a body from memory; see [`Folder::intercept`](crate::Folder::intercept).
#[derive(Clone, Debug)]
pub struct Response {
    status: StatusCode,
    content_type: HeaderValue,
    body: Bytes,
    sent: Option<usize>,
}

impl Response {
    /// A response with this status code, media type, and body.
    ///
    /// # Errors
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if the status is not within
    /// 100–999, or the media type cannot be a header value.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> io::Result<Self> {
        Ok(Self {
            status: StatusCode::from_u16(status).map_err(invalid)?,
            content_type: HeaderValue::from_str(content_type).map_err(invalid)?,
            body: Bytes::from(body.into()),
            sent: None,
        })
    }

    /// Announces the whole body, sends its first `length` bytes, and closes the
    /// connection: a transfer that breaks off.
    #[must_use]
    pub fn truncated(mut self, length: usize) -> Self {
        self.sent = Some(length.min(self.body.len()));
        self
    }

    pub(crate) fn text(status: StatusCode, text: &'static str) -> Self {
        Self {
            status,
            content_type: HeaderValue::from_static("text/plain; charset=utf-8"),
            body: Bytes::from_static(text.as_bytes()),
            sent: None,
        }
    }

    pub(crate) fn into_http(self) -> http::Response<Body> {
        let length = self.body.len();
        let body = match self.sent {
            Some(sent) => broken(self.body.slice(..sent)),
            None => whole(self.body),
        };
        let mut response = http::Response::new(body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, self.content_type);
        headers.insert(header::CONTENT_LENGTH, length.into());
        response
    }
}

pub(crate) fn invalid(error: impl std::error::Error + Send + Sync + 'static) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, error)
}

fn whole(bytes: Bytes) -> Body {
    Full::new(bytes)
        .map_err(|never: Infallible| match never {})
        .boxed_unsync()
}

fn broken(bytes: Bytes) -> Body {
    // hyper drops what it has not sent when a body fails, hence the pause.
    let frames = stream::unfold(Some(bytes), |rest| async move {
        match rest {
            Some(bytes) if !bytes.is_empty() => Some((Ok(Frame::data(bytes)), Some(Bytes::new()))),
            Some(_) => {
                tokio::time::sleep(PAUSE).await;
                let broken = io::Error::from(io::ErrorKind::UnexpectedEof);
                Some((Err(broken), None))
            }
            None => None,
        }
    });
    StreamBody::new(frames).boxed_unsync()
}
