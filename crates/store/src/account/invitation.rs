//! Invitations: how everyone but the first comes to have an account.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use crate::account::{Doer, Email, Grant, INVITED, NewAccount, UNINVITED};
use crate::error::StoreError;
use crate::id::{AccountId, InvitationId};
use crate::outbox::NewMail;
use crate::secret::InvitationToken;
use crate::sql::{moment, read, read_or_none, text};
use crate::store::Store;

/// An invitation to be made.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// Who is invited.
    pub email: Email,
    /// What they will be able to do.
    pub grants: Vec<Grant>,
    /// Who invites.
    pub by: AccountId,
    /// When.
    pub created: Timestamp,
    /// From when on it is worth nothing.
    pub expires: Timestamp,
}

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Who is invited.
    pub email: Email,
    /// What they will be able to do.
    pub grants: Vec<Grant>,
    /// Who invites.
    pub by: AccountId,
    /// When.
    pub created: Timestamp,
    /// From when on it is worth nothing.
    pub expires: Timestamp,
    /// When it was taken up.
    pub used: Option<Timestamp>,
}

impl Store {
    /// Keeps an invitation, and puts its letter into the outbox in the same breath.
    pub async fn invitation_add(
        &self,
        new: &NewInvitation,
        token: &InvitationToken,
        mail: Option<&NewMail>,
    ) -> Result<InvitationId, StoreError> {
        new.grants.iter().try_for_each(Grant::check)?;
        mail.map_or(Ok(()), NewMail::check)?;
        let grants = serde_json::to_string(&new.grants).map_err(|why| StoreError::Invalid(why.to_string()))?;
        let id = InvitationId::new(new.created);
        let mut tx = self.write_in_turn().await?;
        sqlx::query(
            "insert into invitations (id, hash, email, grants, account, created, expires)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(id.to_string())
        .bind(token.hash().as_str())
        .bind(new.email.as_str())
        .bind(grants)
        .bind(new.by.to_string())
        .bind(moment(new.created))
        .bind(moment(new.expires))
        .execute(&mut *tx)
        .await?;
        for grant in &new.grants {
            let doer = Doer { by: Some(new.by), at: new.created };
            doer.note(&mut tx, grant.chain(), INVITED, format!("{id} {}", grant.role)).await?;
        }
        if let Some(mail) = mail {
            mail.insert(&mut tx, None, new.created).await?;
        }
        tx.commit().await?;
        Ok(id)
    }

    /// The invitation a link belongs to, whether or not it can still be taken up.
    pub async fn invitation(&self, token: &InvitationToken) -> Result<Option<Invitation>, StoreError> {
        let row =
            sqlx::query("select id, email, grants, account, created, expires, used from invitations where hash = $1")
                .bind(token.hash().as_str())
                .fetch_optional(&self.pool)
                .await?;
        row.as_ref().map(invitation).transpose()
    }

    /// Every invitation, the newest first.
    pub async fn invitations(&self) -> Result<Vec<Invitation>, StoreError> {
        let rows = sqlx::query(
            "select id, email, grants, account, created, expires, used from invitations order by created desc, id desc",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(invitation).collect()
    }

    /// Takes an invitation back. False where it was taken up, or is not there.
    pub async fn invitation_withdraw(&self, id: InvitationId, doer: Doer) -> Result<bool, StoreError> {
        let mut tx = self.write_in_turn().await?;
        let row = sqlx::query(
            "delete from invitations where id = $1 and used is null
             returning id, email, grants, account, created, expires, used",
        )
        .bind(id.to_string())
        .fetch_optional(&mut *tx)
        .await?;
        if let Some(row) = &row {
            for grant in invitation(row)?.grants {
                doer.note(&mut tx, grant.chain(), UNINVITED, format!("{id} {}", grant.role)).await?;
            }
        }
        tx.commit().await?;
        Ok(row.is_some())
    }

    /// Takes an invitation up: the account is made with the address and the grants of the invitation, whatever
    /// `account` says of them, and the link is worth nothing from then on. A conflict where it is already.
    pub async fn invitation_accept(&self, token: &InvitationToken, account: &NewAccount) -> Result<(), StoreError> {
        let mut tx = self.write_in_turn().await?;
        let row = sqlx::query(
            "update invitations set used = $1 where hash = $2 and used is null and expires > $1
             returning id, email, grants, account, created, expires, used",
        )
        .bind(moment(account.created))
        .bind(token.hash().as_str())
        .fetch_optional(&mut *tx)
        .await?;
        let Some(row) = row else {
            return Err(StoreError::Conflict(
                "this invitation was used or has run out\n  Hint: ask whoever invited you for a new one".into(),
            ));
        };
        let invitation = invitation(&row)?;
        let account = NewAccount { email: invitation.email, grants: invitation.grants, ..account.clone() };
        account.insert(&mut tx, Some(invitation.by)).await?;
        tx.commit().await
    }
}

fn invitation(row: &AnyRow) -> Result<Invitation, StoreError> {
    let grants = serde_json::from_str(&text(row, "grants")?)
        .map_err(|why| StoreError::Corrupt(format!("the grants of an invitation cannot be read: {why}")))?;
    Ok(Invitation {
        id: read(row, "id")?,
        email: read(row, "email")?,
        grants,
        by: read(row, "account")?,
        created: read(row, "created")?,
        expires: read(row, "expires")?,
        used: read_or_none(row, "used")?,
    })
}
