//! A slow line to a server of this machine, with the round trips that it takes
//! to open a connection.
//!
//! Chromium's own emulation delays each request and nothing else. Here the page
//! has one connection, as with HTTP/2: it is opened by handshakes, and what
//! comes through it is limited by a window that grows as packets are confirmed.
//! Chromium speaks HTTP/1 to the machine it is on; its connections are the
//! streams of the one that is modelled. Packets are never lost.

use std::{
    collections::VecDeque,
    io::{self, Read, Write},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

/// What a packet carries, and what it weighs besides (IP and TCP), in bytes.
const PACKET: usize = 1460;
const HEADERS: usize = 40;

/// How many packets may be on their way at first (RFC 6928).
const FIRST_WINDOW: usize = 10;

/// What is modelled.
#[derive(Clone, Copy, Debug)]
pub struct Model {
    /// Each way, in kbit/s.
    pub kilobits: f64,
    /// From a packet to its confirmation, without what its own length takes.
    pub round_trip: Duration,
    /// How many round trips it takes before the first request can be sent: 1 for
    /// TCP, and 1 for TLS 1.3 or 2 for TLS 1.2.
    pub handshakes: u32,
}

impl Model {
    /// How long so many bytes take to pass.
    fn length(self, bytes: usize) -> Duration {
        let bits = 8.0 * (bytes + bytes.div_ceil(PACKET) * HEADERS) as f64;
        Duration::from_secs_f64(bits / (self.kilobits * 1000.0))
    }
}

/// A line to a server, until it is dropped.
pub struct Line {
    address: SocketAddr,
    ends: Arc<AtomicBool>,
}

impl Line {
    /// Opens one to a server of this machine.
    ///
    /// # Errors
    /// Where no port is free.
    pub fn to(server: SocketAddr, model: Model) -> io::Result<Line> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let ends = Arc::new(AtomicBool::new(false));
        let end = Arc::clone(&ends);
        let wire = Arc::new(Wire::new(model));
        thread::spawn(move || {
            for client in listener.incoming() {
                if end.load(Ordering::Relaxed) {
                    return;
                }
                let streams = client.and_then(|client| Ok((client, TcpStream::connect(server)?)));
                let Ok((client, server)) = streams else {
                    continue;
                };
                wire.open();
                // A stream that breaks is one that Chromium opens again.
                let _ = join(client, server, &wire);
            }
        });
        Ok(Line { address, ends })
    }

    /// Where the browser finds the server, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a stream.
        let _ = TcpStream::connect(self.address);
    }
}

/// Carries both ways what the two have to say, until they end.
fn join(client: TcpStream, server: TcpStream, wire: &Arc<Wire>) -> io::Result<()> {
    for end in [&client, &server] {
        end.set_nodelay(true)?;
    }
    let (mut asks, mut asked) = (client.try_clone()?, server.try_clone()?);
    let up = Arc::clone(wire);
    thread::spawn(move || {
        let mut buffer = [0; PACKET];
        while let Some(length) = read(&mut asks, &mut buffer) {
            wait_until(up.ask(length));
            if asked.write_all(&buffer[..length]).is_err() {
                break;
            }
        }
        let _ = asked.shutdown(Shutdown::Write);
    });

    let (sent, arriving) = mpsc::channel::<(Instant, Vec<u8>)>();
    let (mut answers, mut answered) = (server, client);
    let down = Arc::clone(wire);
    thread::spawn(move || {
        let mut buffer = [0; PACKET];
        while let Some(length) = read(&mut answers, &mut buffer) {
            let arrives = down.answer(length);
            if sent.send((arrives, buffer[..length].to_vec())).is_err() {
                break;
            }
        }
    });
    thread::spawn(move || {
        for (arrives, bytes) in arriving {
            wait_until(arrives);
            if answered.write_all(&bytes).is_err() {
                break;
            }
        }
        let _ = answered.shutdown(Shutdown::Both);
    });
    Ok(())
}

fn read(from: &mut TcpStream, buffer: &mut [u8]) -> Option<usize> {
    from.read(buffer).ok().filter(|length| *length > 0)
}

fn wait_until(time: Instant) {
    thread::sleep(time.saturating_duration_since(Instant::now()));
}

/// The one connection, shared by its streams.
struct Wire(Mutex<State>);

impl Wire {
    fn new(model: Model) -> Wire {
        Wire(Mutex::new(State::new(model, Instant::now())))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins the handshakes, if they have not begun.
    fn open(&self) {
        self.state().open(Instant::now());
    }

    /// When so many bytes of a request arrive that are sent now.
    fn ask(&self, bytes: usize) -> Instant {
        self.state().ask(Instant::now(), bytes)
    }

    /// When so many bytes of an answer arrive; waits until they may be sent.
    fn answer(&self, bytes: usize) -> Instant {
        loop {
            let sent = self.state().answer(Instant::now(), bytes);
            match sent {
                Ok(arrives) => return arrives,
                Err(confirmed) => wait_until(confirmed),
            }
        }
    }
}

struct State {
    model: Model,
    /// When the first request can be sent; `None` before there is a stream.
    ready: Option<Instant>,
    /// Until when each way is taken.
    up: Instant,
    down: Instant,
    /// How many bytes may be on their way.
    window: usize,
    /// When what is on its way is confirmed, and how much it is.
    flight: VecDeque<(Instant, usize)>,
}

impl State {
    fn new(model: Model, now: Instant) -> State {
        State {
            model,
            ready: None,
            up: now,
            down: now,
            window: FIRST_WINDOW * PACKET,
            flight: VecDeque::new(),
        }
    }

    fn open(&mut self, now: Instant) {
        let handshakes = self.model.round_trip * self.model.handshakes;
        self.ready.get_or_insert(now + handshakes);
    }

    fn ask(&mut self, now: Instant, bytes: usize) -> Instant {
        let begins = now.max(self.up).max(self.ready.unwrap_or(now));
        self.up = begins + self.model.length(bytes);
        self.up + self.model.round_trip / 2
    }

    /// When it arrives, or when it can be tried again.
    fn answer(&mut self, now: Instant, bytes: usize) -> Result<Instant, Instant> {
        let confirmed = self.flight.iter().take_while(|(time, _)| *time <= now);
        let confirmed = confirmed.count();
        // Each confirmed packet lets one more be on its way: the window doubles
        // within a round trip.
        self.window += self
            .flight
            .drain(..confirmed)
            .map(|(_, bytes)| bytes)
            .sum::<usize>();
        let under_way: usize = self.flight.iter().map(|(_, bytes)| bytes).sum();
        match self.flight.front() {
            Some((confirmed, _)) if under_way + bytes > self.window => Err(*confirmed),
            _ => {
                self.down = now.max(self.down) + self.model.length(bytes);
                let round_trip = self.model.round_trip;
                self.flight.push_back((self.down + round_trip, bytes));
                Ok(self.down + round_trip / 2)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends so many packets one after the other and gives when the last arrives.
    fn sent(state: &mut State, mut now: Instant, packets: usize) -> Instant {
        let mut arrives = now;
        for _ in 0..packets {
            arrives = loop {
                match state.answer(now, PACKET) {
                    Ok(arrives) => break arrives,
                    Err(confirmed) => now = confirmed,
                }
            };
        }
        arrives
    }

    #[test]
    fn the_first_request_waits_for_the_handshakes_and_the_window_doubles() {
        let round_trip = Duration::from_millis(400);
        let model = Model {
            kilobits: f64::INFINITY,
            round_trip,
            handshakes: 2,
        };
        let start = Instant::now();
        let mut state = State::new(model, start);
        state.open(start);
        let asked = state.ask(start, 100);
        assert_eq!(asked, start + round_trip * 2 + round_trip / 2);
        // 10 packets, 20, 40.
        for (packets, round_trips) in [(10, 0), (11, 1), (30, 1), (31, 2), (70, 2)] {
            let mut state = State::new(model, start);
            let arrives = sent(&mut state, start, packets);
            assert_eq!(
                arrives,
                start + round_trip * round_trips + round_trip / 2,
                "{packets}"
            );
        }
        let later = start + round_trip * 3;
        assert_eq!(state.ask(later, 100), later + round_trip / 2, "once");
    }

    #[test]
    fn all_that_comes_shares_the_line() {
        let model = Model {
            kilobits: 400.0,
            round_trip: Duration::ZERO,
            handshakes: 0,
        };
        let start = Instant::now();
        let mut state = State::new(model, start);
        let arrives = sent(&mut state, start, 100);
        // 1,500 bytes with the headers, at 50 a millisecond.
        assert_eq!((arrives - start).as_millis(), 3_000);
    }
}
