//! Bodies that are heard out before a refusal is answered. Whoever is still sending when the connection closes sees
//! a broken line instead of the reason, and a kiosk would try again for ever.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
};
use http_body_util::{BodyExt, Limited};
use hyper::body::{Frame, SizeHint};

/// Bytes that are heard out at most; whoever sends more is hung up on.
const MOST: usize = 32 << 20;
/// And for how long.
const PATIENCE: Duration = Duration::from_secs(5);

/// A body that can be taken back from whoever did not read it to its end.
#[derive(Clone)]
pub(super) struct Lent(Arc<Mutex<Body>>);

/// The request with its body lent out, and the way to take it back.
pub(super) fn lend(request: Request) -> (Request, Lent) {
    let (parts, body) = request.into_parts();
    let lent = Lent(Arc::new(Mutex::new(body)));
    (Request::from_parts(parts, Body::new(lent.clone())), lent)
}

impl Lent {
    /// Reads what is left, and throws it away.
    pub(super) async fn hear_out(self) {
        if !self.is_end_stream() {
            let mut rest = Limited::new(self, MOST);
            let heard = async { while let Some(Ok(_)) = rest.frame().await {} };
            // In time or not, the refusal is answered.
            let _ = tokio::time::timeout(PATIENCE, heard).await;
        }
    }
}

impl HttpBody for Lent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let mut body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Pin::new(&mut *body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}
