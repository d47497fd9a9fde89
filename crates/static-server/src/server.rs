//! The server: a thread that answers HTTP/1.1 requests until it is dropped.

use std::{
    convert::Infallible,
    io,
    net::{self, SocketAddr, ToSocketAddrs},
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

use futures_util::future::select;
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
};
use tokio::{
    net::{TcpListener, TcpStream},
    runtime,
    sync::oneshot,
    time::{sleep, timeout},
};

use crate::Folder;

/// The wait after a failure to accept, such as too many open files.
const RETRY: Duration = Duration::from_millis(50);

/// The time for responses that are on their way when the server is dropped.
const GRACE: Duration = Duration::from_secs(1);

/// A running server. Dropping it closes its port at once, and its connections
/// as soon as they have their responses, within a second.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    /// Dropped to stop the thread.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `folder` at `address`; port 0 takes a free one.
    ///
    /// # Errors
    /// If the address is taken, or the system has no thread to spare.
    pub fn bind(address: impl ToSocketAddrs, folder: Folder) -> io::Result<Self> {
        let listener = net::TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let name = format!("static-server {address}");
        let thread = thread::Builder::new().name(name).spawn(move || {
            runtime.block_on(run(listener, folder, stopped));
            // Does not wait for an intercepting hook that blocks.
            runtime.shutdown_background();
        })?;
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The address with the port that was taken.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The URL of the folder, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn run(listener: net::TcpListener, folder: Folder, stopped: oneshot::Receiver<()>) {
    let connections = GracefulShutdown::new();
    let accepting = Box::pin(accept(listener, Arc::new(folder), &connections));
    // The first to end drops the other, and so closes the port.
    drop(select(accepting, stopped).await);
    let _ = timeout(GRACE, connections.shutdown()).await;
}

async fn accept(listener: net::TcpListener, folder: Arc<Folder>, connections: &GracefulShutdown) {
    // Fails only outside a runtime.
    let Ok(listener) = TcpListener::from_std(listener) else {
        return;
    };
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(serve(stream, folder.clone(), connections.watcher()));
            }
            Err(_) => sleep(RETRY).await,
        }
    }
}

async fn serve(stream: TcpStream, folder: Arc<Folder>, watcher: Watcher) {
    let _ = stream.set_nodelay(true);
    let respond = service_fn(|request| {
        let folder = folder.clone();
        async move { Ok::<_, Infallible>(folder.respond(request).await) }
    });
    let connection = http1::Builder::new()
        // Closes connections that stay silent for 30 seconds.
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), respond);
    // Fails when the client goes away, which concerns nobody.
    let _ = watcher.watch(connection).await;
}
