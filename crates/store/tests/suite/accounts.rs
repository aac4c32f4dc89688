//! Accounts and what lets people in: made, found, used once, erased.

use crate::Place;
use crate::events::{at, say};
use crate::letters::letter;
use jiff::Timestamp;
use store::{
    AccountId, AccountState, AuditFilter, Body, Doer, Email, Grant, INSTALLATION, InstallationKey, InvitationToken,
    NewAccount, NewInvitation, NewMail, NewSession, PasswordHash, RecoveryToken, Removed, SessionToken, SetupToken,
    Store, StoreError,
};

fn email(name: &str) -> Email {
    format!("{name}@example.org").parse().unwrap()
}

fn hash(text: &str) -> PasswordHash {
    PasswordHash::new(&format!("$argon2id${text}")).unwrap()
}

fn grant(role: &str, council: Option<&str>) -> Grant {
    Grant { role: role.parse().unwrap(), council: council.map(str::to_owned) }
}

/// Whoever runs the installation.
pub(crate) const DOER: Doer = Doer { by: None, at: Timestamp::UNIX_EPOCH };

pub(crate) fn new(name: &str) -> NewAccount {
    let grants = vec![grant("editor", Some("elsewhere"))];
    let (id, created) = (AccountId::new(at(0)), at(0));
    NewAccount { id, email: email(name), name: name.to_uppercase(), password: Some(hash("one")), created, grants }
}

pub(crate) async fn ann(store: &Store) -> AccountId {
    let ann = new("ann");
    store.account_add(&ann).await.unwrap();
    ann.id
}

async fn sign_in(store: &Store, account: AccountId) -> SessionToken {
    let token = SessionToken::fresh();
    let agent = format!("Firefox\n{}", "x".repeat(500));
    let new = NewSession {
        account,
        created: at(0),
        expires: at(100),
        agent,
        second_factor: None,
        provider: Some("Borsetshire".to_owned()),
    };
    store.session_open(&new, &token).await.unwrap();
    token
}

pub(crate) async fn made_found_changed_erased(place: Place) {
    let store = place.store().await;
    let id = ann(&store).await;
    let found = store.account_by_email(&"ANN@example.ORG".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!(found, store.account(id).await.unwrap().unwrap());
    assert_eq!((found.name.as_str(), found.state, found.password_changed), ("ANN", AccountState::Active, Some(at(0))));
    assert!(store.account_set_name(id, "Ann Lee").await.unwrap());
    assert!(store.account_set_email(id, &email("lee")).await.unwrap());
    assert!(store.account_set_password(id, &hash("two"), at(5)).await.unwrap());
    let token = sign_in(&store, id).await;
    assert!(store.account_set_state(id, AccountState::Suspended, DOER).await.unwrap());
    assert!(store.session(&token, at(1)).await.unwrap().is_none(), "a suspended account is signed out");
    let found = store.account(id).await.unwrap().unwrap();
    assert_eq!((found.name.as_str(), found.email, found.state), ("Ann Lee", email("lee"), AccountState::Suspended));
    assert_eq!((found.password, found.password_changed), (Some(hash("two")), Some(at(5))));
    say(&store, "a/b", 0, &["x"]).await.unwrap();
    assert!(store.account_erase(id, DOER).await.unwrap());
    assert!(!store.account_erase(id, DOER).await.unwrap());
    assert!(!store.account_set_name(id, "x").await.unwrap());
    assert_eq!(store.accounts_count().await.unwrap(), 0);
    assert!(store.grants(id).await.unwrap().is_empty());
    assert_eq!(store.position().await.unwrap().0, 1, "what happened stays");
}

/// Of one who was invited, wrote and was written to, nothing is left but what happened.
pub(crate) async fn erased_is_gone(place: Place) {
    let store = place.store().await;
    let by = ann(&store).await;
    let token = InvitationToken::fresh();
    let invitation = NewInvitation { email: email("bea"), grants: Vec::new(), by, created: at(0), expires: at(100) };
    let letter = NewMail { to: email("bea"), ..letter(1) };
    store.invitation_add(&invitation, &token, Some(&letter)).await.unwrap();
    store.invitation_accept(&token, &new("bea")).await.unwrap();
    let bea = store.account_by_email(&email("bea")).await.unwrap().unwrap().id;
    sign_in(&store, bea).await;
    store.recovery_add(bea, &RecoveryToken::fresh(), at(0), at(9), Some(&letter)).await.unwrap();
    store.identity_add(bea, "https://login.example.org", "bea").await.unwrap();
    assert!(store.account_erase(bea, DOER).await.unwrap());
    let mut dump = Vec::new();
    store.export(&mut dump).await.unwrap();
    let dump = String::from_utf8(dump).unwrap();
    for trace in ["bea@", "\"bea\"", "BEA", "Dear carer"] {
        assert!(!dump.contains(trace), "{trace}");
    }
    let told: Vec<_> = dump.lines().filter(|line| line.contains(&bea.to_string())).collect();
    assert!(told.len() == 1 && told[0].contains("account_erased"), "an id that leads to nobody: {told:?}");
    assert_eq!(store.accounts_count().await.unwrap(), 1);
}

pub(crate) async fn an_email_is_taken_once(place: Place) {
    let store = place.store().await;
    ann(&store).await;
    let error = store.account_add(&new("ANN")).await.unwrap_err();
    assert!(matches!(&error, StoreError::Conflict(said) if said.contains("email address")), "{error}");
    let bea = new("bea");
    store.account_add(&bea).await.unwrap();
    assert!(matches!(store.account_set_email(bea.id, &email("ann")).await, Err(StoreError::Conflict(_))));
    assert_eq!(store.accounts().await.unwrap().len(), 2);
}

pub(crate) async fn roles_are_given_and_taken(place: Place) {
    let store = place.store().await;
    let id = ann(&store).await;
    let operator = grant("operator", None);
    store.grant_add(id, &operator, DOER).await.unwrap();
    store.grant_add(id, &operator, DOER).await.unwrap();
    assert_eq!(store.grants(id).await.unwrap(), [operator.clone(), grant("editor", Some("elsewhere"))]);
    assert_eq!(store.grants_at(None).await.unwrap(), [(id, operator.clone())]);
    assert_eq!(store.grants_at(Some("elsewhere")).await.unwrap().len(), 1);
    assert!(store.grant_remove(id, &operator, DOER).await.unwrap());
    assert!(!store.grant_remove(id, &operator, DOER).await.unwrap());
    assert!(store.grant_add(id, &grant("editor", Some("Some Where")), DOER).await.is_err());
    let nobody = store.grant_add(AccountId::new(at(9)), &operator, DOER).await;
    assert!(matches!(nobody, Err(StoreError::Conflict(_))));
}

/// Each role given or taken, by whom, stands in the chain of its council, and what is done about an account in that of the
/// installation; what changes nothing is not written.
pub(crate) async fn roles_are_in_the_chain(place: Place) {
    let store = place.store().await;
    let (id, by) = (ann(&store).await, new("bea"));
    store.account_add(&by).await.unwrap();
    let doer = Doer { by: Some(by.id), at: at(7) };
    let (lead, operator) = (grant("lead", Some("somewhere")), grant("operator", None));
    for _ in 0..2 {
        store.grant_add(id, &lead, doer).await.unwrap();
        store.grant_add(id, &operator, DOER).await.unwrap();
    }
    assert!(store.grant_remove(id, &lead, doer).await.unwrap());
    assert!(!store.grant_remove(id, &lead, doer).await.unwrap());
    let grants = vec![lead.clone()];
    let invitation = NewInvitation { email: email("cy"), grants, by: by.id, created: at(8), expires: at(100) };
    let (token, back) = (InvitationToken::fresh(), InvitationToken::fresh());
    let first = store.invitation_add(&invitation, &token, None).await.unwrap();
    let second = store.invitation_add(&invitation, &back, None).await.unwrap();
    assert!(store.invitation_withdraw(second, doer).await.unwrap());
    assert!(!store.invitation_withdraw(second, doer).await.unwrap());
    let cy = new("cy");
    store.invitation_accept(&token, &cy).await.unwrap();
    store.account_erase(cy.id, DOER).await.unwrap();
    let told = async |chain: &str| {
        let mut told = store.audit(chain, &AuditFilter::default(), 20).await.unwrap();
        told.reverse();
        let line = |entry: store::Entry| {
            (entry.deed, entry.by, entry.reason.as_ref().and_then(Body::text).unwrap().to_owned())
        };
        told.into_iter().map(line).collect::<Vec<_>>()
    };
    let (b, none) = (Some(by.id), None);
    let expected = [
        ("role_given", b, format!("{id} lead")),
        ("role_taken", b, format!("{id} lead")),
        ("invited", b, format!("{first} lead")),
        ("invited", b, format!("{second} lead")),
        ("invitation_withdrawn", b, format!("{second} lead")),
        ("role_given", b, format!("{} lead", cy.id)),
        ("role_taken", none, format!("{} lead", cy.id)),
    ];
    assert_eq!(told("somewhere").await, expected.map(|(deed, by, about)| (deed.to_owned(), by, about)));
    store.account_set_state(id, AccountState::Suspended, DOER).await.unwrap();
    store.account_set_state(id, AccountState::Active, DOER).await.unwrap();
    store.totp_remove(id, DOER).await.unwrap();
    let deeds: Vec<String> = told(INSTALLATION).await.into_iter().map(|(deed, ..)| deed).collect();
    let expected = ["role_given", "account_erased", "account_suspended", "account_active", "second_step_removed"];
    assert_eq!(deeds, expected);
    for chain in store.audited().await.unwrap() {
        store.verify_audit(&chain).await.unwrap();
    }
    assert_eq!(
        store.audited().await.unwrap().into_iter().collect::<Vec<_>>(),
        ["elsewhere", INSTALLATION, "somewhere"]
    );
}

/// Two who relieve each other at one moment: one stays, and the invitations of the other end.
pub(crate) async fn somebody_stays_who_invites(place: Place) {
    let store = place.store().await;
    let role = grant("administrator", Some("somewhere"));
    let (ann, bea) = (ann(&store).await, new("bea"));
    store.account_add(&bea).await.unwrap();
    for (by, name) in [(ann, "cleo"), (bea.id, "dora")] {
        store.grant_add(by, &role, DOER).await.unwrap();
        for council in ["somewhere", "elsewhere"] {
            let grants = vec![grant("reader", Some(council))];
            let email = email(&format!("{name}-{council}"));
            let invitation = NewInvitation { email, grants, by, created: at(0), expires: at(100) };
            store.invitation_add(&invitation, &InvitationToken::fresh(), None).await.unwrap();
        }
    }
    let (one, other) =
        tokio::join!(store.inviter_remove(ann, &role, true, DOER), store.inviter_remove(bea.id, &role, true, DOER));
    let (one, other) = (one.unwrap(), other.unwrap());
    assert!(
        [(Removed::Done, Removed::Last), (Removed::Last, Removed::Done)].contains(&(one, other)),
        "{one:?} {other:?}"
    );
    let stays = if one == Removed::Last { ann } else { bea.id };
    let held = store.grants_at(Some("somewhere")).await.unwrap();
    assert_eq!(held.iter().filter(|(_, held)| *held == role).map(|(id, _)| *id).collect::<Vec<_>>(), [stays]);
    let open = store.invitations().await.unwrap();
    assert_eq!(open.iter().filter(|one| one.by == stays).count(), 2, "nobody took theirs");
    assert_eq!(open.len(), 3, "one to another council stays");
    assert_eq!(store.inviter_remove(stays, &role, false, DOER).await.unwrap(), Removed::Done);
    assert_eq!(store.inviter_remove(stays, &role, false, DOER).await.unwrap(), Removed::NotHeld);
}

pub(crate) async fn invited_once(place: Place) {
    let store = place.store().await;
    let by = ann(&store).await;
    let token = InvitationToken::fresh();
    let grants = vec![grant("publisher", Some("somewhere"))];
    let invitation =
        NewInvitation { email: email("bea"), grants: grants.clone(), by, created: at(0), expires: at(100) };
    store.invitation_add(&invitation, &token, Some(&letter(1))).await.unwrap();
    assert_eq!(store.outbox_counts().await.unwrap().waiting, 1);
    let kept = store.invitation(&token).await.unwrap().unwrap();
    assert_eq!((&kept.email, &kept.grants, kept.used), (&email("bea"), &grants, None));
    // What the one who takes it up says of address and roles counts for nothing.
    let taker = NewAccount { grants: vec![grant("operator", None)], created: at(50), ..new("mallory") };
    store.invitation_accept(&token, &taker).await.unwrap();
    let bea = store.account_by_email(&email("bea")).await.unwrap().unwrap();
    assert_eq!(store.grants(bea.id).await.unwrap(), grants);
    let again = store.invitation_accept(&token, &new("carl")).await;
    assert!(matches!(again, Err(StoreError::Conflict(_))));
    let (late, back) = (InvitationToken::fresh(), InvitationToken::fresh());
    store.invitation_add(&NewInvitation { email: email("dan"), ..invitation.clone() }, &late, None).await.unwrap();
    let id = store.invitation_add(&NewInvitation { email: email("eve"), ..invitation }, &back, None).await.unwrap();
    assert!(store.invitation_withdraw(id, DOER).await.unwrap());
    for (token, created) in [(&late, at(100)), (&back, at(1)), (&InvitationToken::fresh(), at(1))] {
        let taker = NewAccount { created, ..new("x") };
        assert!(matches!(store.invitation_accept(token, &taker).await, Err(StoreError::Conflict(_))));
    }
    assert_eq!(store.invitations().await.unwrap().len(), 2);
    assert_eq!(store.links_prune(at(101)).await.unwrap(), 2);
    assert_eq!(store.accounts_count().await.unwrap(), 2);
}

pub(crate) async fn the_first_account_is_made_once(place: Place) {
    let store = place.store().await;
    let tokens: Vec<SetupToken> = (0..4).map(|_| SetupToken::fresh()).collect();
    for token in &tokens {
        store.setup_offer(token, at(0), at(100)).await.unwrap();
    }
    assert!(store.setup_works(&tokens[0], at(1)).await.unwrap());
    assert!(!store.setup_works(&tokens[0], at(100)).await.unwrap());
    let tries: Vec<_> = tokens
        .iter()
        .cloned()
        .enumerate()
        .map(|(number, token)| {
            let store = store.clone();
            tokio::spawn(async move { store.setup_accept(&token, &new(&format!("admin{number}"))).await })
        })
        .collect();
    let mut made = 0;
    for one in tries {
        match one.await.unwrap() {
            Ok(()) => made += 1,
            Err(error) => assert!(matches!(error, StoreError::Conflict(_)), "{error}"),
        }
    }
    assert_eq!((made, store.accounts_count().await.unwrap()), (1, 1));
    let late = SetupToken::fresh();
    store.setup_offer(&late, at(0), at(100)).await.unwrap();
    assert!(!store.setup_works(&late, at(1)).await.unwrap());
    assert!(store.setup_accept(&late, &new("late")).await.is_err());
}

pub(crate) async fn signed_in_and_out(place: Place) {
    let store = place.store().await;
    let id = ann(&store).await;
    let token = sign_in(&store, id).await;
    let session = store.session(&token, at(1)).await.unwrap().unwrap();
    assert_eq!((session.account, session.second_factor, session.agent.len()), (id, None, 120));
    assert_eq!(session.provider.as_deref(), Some("Borsetshire"));
    let (account, roles) = (store.account(id).await.unwrap().unwrap(), store.grants(id).await.unwrap());
    let whole = store::SignedIn { session: session.clone(), account, grants: roles };
    assert_eq!(store.signed_in(&token, at(1)).await.unwrap(), Some(whole));
    assert!(store.signed_in(&token, at(100)).await.unwrap().is_none());
    let more = [grant("lead", Some("somewhere")), grant("operator", None)];
    for one in &more {
        store.grant_add(id, one, DOER).await.unwrap();
    }
    let held = store.signed_in(&token, at(1)).await.unwrap().unwrap().grants;
    assert_eq!(held, store.grants(id).await.unwrap());
    for one in held {
        store.grant_remove(id, &one, DOER).await.unwrap();
    }
    assert!(store.signed_in(&token, at(1)).await.unwrap().unwrap().grants.is_empty(), "signed in all the same");
    assert!(store.session(&token, at(100)).await.unwrap().is_none());
    assert!(store.session(&SessionToken::fresh(), at(1)).await.unwrap().is_none());
    let raised = SessionToken::fresh();
    assert!(store.session_raise(session.id, &raised, at(2)).await.unwrap());
    assert!(store.session(&token, at(3)).await.unwrap().is_none(), "the token from before is worth nothing");
    assert_eq!(store.session(&raised, at(3)).await.unwrap().unwrap().second_factor, Some(at(2)));
    store.session_touch(session.id, at(9)).await.unwrap();
    let other = sign_in(&store, id).await;
    let all = store.sessions(id, at(10)).await.unwrap();
    assert_eq!((all.len(), all[0].id, all[0].last_used), (2, session.id, at(9)));
    assert_eq!(store.sessions_revoke(id, Some(session.id)).await.unwrap(), 1);
    assert!(store.session(&other, at(10)).await.unwrap().is_none());
    assert!(!store.session_revoke(AccountId::new(at(0)), session.id).await.unwrap(), "another's is not theirs to end");
    assert!(store.session_revoke(id, session.id).await.unwrap());
    sign_in(&store, id).await;
    assert_eq!(store.sessions_prune(at(100)).await.unwrap(), 1);
    let last = sign_in(&store, id).await;
    assert_eq!(store.sessions_end().await.unwrap(), 1);
    assert!(store.session(&last, at(1)).await.unwrap().is_none());
}

pub(crate) async fn ways_back_in(place: Place) {
    let store = place.store().await;
    let id = ann(&store).await;
    let session = sign_in(&store, id).await;
    let (one, two) = (RecoveryToken::fresh(), RecoveryToken::fresh());
    for token in [&one, &two] {
        store.recovery_add(id, token, at(0), at(100), Some(&letter(1))).await.unwrap();
    }
    assert_eq!(store.recovery(&one, at(1)).await.unwrap(), Some(id));
    assert_eq!(store.recovery(&one, at(100)).await.unwrap(), None);
    assert_eq!(store.recovery_use(&one, &hash("late"), at(100)).await.unwrap(), None);
    assert_eq!(store.recovery_use(&one, &hash("two"), at(5)).await.unwrap(), Some(id));
    assert_eq!(store.account(id).await.unwrap().unwrap().password, Some(hash("two")));
    assert!(store.session(&session, at(6)).await.unwrap().is_none(), "whoever was signed in is not any more");
    for token in [&one, &two] {
        assert_eq!(store.recovery_use(token, &hash("three"), at(6)).await.unwrap(), None);
    }
    assert_eq!(store.links_prune(at(101)).await.unwrap(), 2);
}

pub(crate) async fn second_factors(place: Place) {
    let store = place.store().await;
    let id = ann(&store).await;
    assert!(store.totp(id).await.unwrap().is_none());
    assert!(store.totp_set(id, b"shared secret").await.unwrap());
    assert!(!store.totp_set(id, b"another").await.unwrap(), "nobody sets up a second one beside it");
    assert!(store.account(id).await.unwrap().unwrap().second_factor);
    assert_eq!(store.totp(id).await.unwrap().unwrap().as_slice(), b"shared secret");
    let other = store.clone().with_keys(InstallationKey::fresh());
    assert!(matches!(other.totp(id).await, Err(StoreError::WrongKey(_))));
    let tries: Vec<_> = (0..6)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move { store.totp_use(id, 77).await.unwrap() })
        })
        .collect();
    let mut won = 0;
    for one in tries {
        won += i32::from(one.await.unwrap());
    }
    assert_eq!(won, 1, "a code works once");
    assert!(!store.totp_use(id, 76).await.unwrap());
    assert!(store.totp_use(id, 78).await.unwrap());
    store.totp_remove(id, DOER).await.unwrap();
    assert!(!store.account(id).await.unwrap().unwrap().second_factor);
}

pub(crate) async fn codes_for_a_lost_phone(place: Place) {
    let store = place.store().await;
    let (id, bea) = (ann(&store).await, new("bea"));
    store.account_add(&bea).await.unwrap();
    let codes = ["aaaa-1111".to_owned(), "bbbb-2222".to_owned()];
    store.recovery_codes_set(id, &codes).await.unwrap();
    store.recovery_codes_set(bea.id, &codes).await.unwrap();
    assert!(!store.recovery_code_use(id, "cccc-3333", at(1)).await.unwrap());
    assert!(store.recovery_code_use(id, &codes[0], at(1)).await.unwrap());
    assert!(!store.recovery_code_use(id, &codes[0], at(1)).await.unwrap());
    assert_eq!(store.recovery_codes_left(id).await.unwrap(), 1);
    assert_eq!(store.recovery_codes_left(bea.id).await.unwrap(), 2);
    store.recovery_codes_set(id, &codes[..1]).await.unwrap();
    assert!(!store.recovery_code_use(id, &codes[1], at(1)).await.unwrap());
}

pub(crate) async fn attempts_are_counted(place: Place) {
    let store = place.store().await;
    for second in 0..5 {
        assert_eq!(store.attempt("ann@example.org", at(second), at(0)).await.unwrap(), second + 1);
    }
    assert_eq!(store.attempts("ann@example.org", at(3)).await.unwrap(), 2);
    assert_eq!(store.attempts("192.0.2.1", at(0)).await.unwrap(), 0);
    assert_eq!(store.attempts_prune(at(2)).await.unwrap(), 2);
    assert_eq!(store.attempts("ann@example.org", at(0)).await.unwrap(), 3);
    store.attempts_clear("ann@example.org").await.unwrap();
    assert_eq!(store.attempts("ann@example.org", at(0)).await.unwrap(), 0);
}

pub(crate) async fn councils_own_sign_in(place: Place) {
    let store = place.store().await;
    let id = ann(&store).await;
    store.identity_add(id, "https://login.example.org", "4711").await.unwrap();
    let found = store.account_by_identity("https://login.example.org", "4711").await.unwrap();
    assert_eq!(found.unwrap().id, id);
    assert!(store.account_by_identity("https://other.example.org", "4711").await.unwrap().is_none());
    let bea = new("bea");
    store.account_add(&bea).await.unwrap();
    let taken = store.identity_add(bea.id, "https://login.example.org", "4711").await;
    assert!(matches!(taken, Err(StoreError::Conflict(_))));
    assert_eq!(store.identities(id).await.unwrap().len(), 1);
}
