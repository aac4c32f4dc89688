//! The way to a council’s own sign-in: begun by somebody’s doing alone. What comes back is tried in a browser, against a provider.

use crate::browser::{NOW, law, letters, offers};
use crate::office::{Office, Person};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::routing::get;
use jiff::civil::date;
use std::sync::Arc;
use tokio::net::TcpListener;
use tower::ServiceExt;
use web::account::{Provider, SignOn};
use web::{App, Clock, Keeper};

const WAY: &str = "/account/sign-on/borsetshire";

/// A provider that says where its pages are, and no more; how it names itself.
async fn provider() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let issuer = format!("http://{}", listener.local_addr().unwrap());
    let told = serde_json::json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
    });
    let pages = Router::new().route("/.well-known/openid-configuration", get(move || async move { told.to_string() }));
    tokio::spawn(async move { axum::serve(listener, pages).await });
    issuer
}

#[tokio::test]
async fn the_way_begins_with_a_button_and_ends_the_session_before() {
    let (office, issuer) = (Office::new().await, provider().await);
    let borsetshire = Provider {
        id: "borsetshire".to_owned(),
        title: "Borsetshire County Council".to_owned(),
        council: Some("borsetshire".to_owned()),
        issuer: issuer.clone(),
        client: "kith".to_owned(),
        secret: "a secret".to_owned(),
        mail_domain: "borsetshire.example".to_owned(),
        second_factor: None,
    };
    let keeper = Arc::new(Keeper::open(office.store.clone()).await.unwrap());
    let clock = Clock::fixed(date(2026, 11, 26), NOW);
    let app = App::new(law().clone(), offers().clone(), letters().clone(), clock, Some([9; 32]), false).unwrap();
    let app = app.with_sign_on(SignOn::new(vec![borsetshire]).unwrap()).with_keeper(keeper, "https://kith.test");
    let mut sam = Person { site: web::router(app), ..office.signed_in("sam", &[]).await };

    let page = sam.get("/account/sign-in?to=/cases").await.text;
    let form = format!("<form method=\"post\" action=\"{WAY}\"><input type=\"hidden\" name=\"to\" value=\"/cases\">");
    assert!(page.contains(&form) && page.contains("Sign in with Borsetshire County Council"), "{page}");
    let linked = sam.get(&format!("{WAY}?to=/cases")).await;
    assert_eq!(linked.header("location"), "/account/sign-in?to=%2Fcases");
    assert!(linked.headers.get(header::SET_COOKIE).is_none(), "a link begins nothing");
    assert_eq!(sam.get("/account").await.status, StatusCode::OK);

    let send = async |from: &str| {
        let request = Request::post(WAY)
            .header("host", "kith.test")
            .header("sec-fetch-site", from)
            .header(header::COOKIE, sam.cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = sam.site.clone().oneshot(request.body(Body::from("to=%2Fcases")).unwrap()).await.unwrap();
        let (head, body) = answer.into_parts();
        (head.status, head.headers, to_bytes(body, usize::MAX).await.unwrap())
    };
    assert_eq!(send("cross-site").await.0, StatusCode::FORBIDDEN, "nor does a form of another site");
    let (status, headers, body) = send("same-origin").await;
    let refresh = headers["refresh"].to_str().unwrap();
    assert!(status == StatusCode::OK && refresh.starts_with(&format!("0; url={issuer}/authorize?")), "{refresh}");
    assert!(String::from_utf8_lossy(&body).contains("You go to the sign-in of Borsetshire County Council"));
    let set: Vec<&str> = headers.get_all(header::SET_COOKIE).iter().map(|set| set.to_str().unwrap()).collect();
    assert!(set.iter().any(|set| set.starts_with("kith-sign-on=") && set.contains("SameSite=Lax")), "{set:?}");
    assert!(set.iter().any(|set| set.starts_with("kith-desk=;") && set.contains("Max-Age=0")), "{set:?}");
    assert!(sam.get("/account").await.header("location").starts_with("/account/sign-in"), "the session before is over");
}
