//! The site as a browser meets it, without a browser: requests go straight through the router.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "tests")]

mod advice;
mod browser;
mod cases;
mod councils;
mod data;
mod desk;
mod families;
mod feed;
mod groups;
mod guard;
mod journey;
mod keeping;
mod languages;
mod letters;
mod office;
mod open_referral;
mod orders;
mod packs;
mod pages;
mod papers;
mod pdf;
#[path = "../../../store/tests/postgres/mod.rs"]
mod postgres;
mod privacy;
mod returns;
mod safety;
mod schemas;
mod services;
mod sheets;
#[cfg(feature = "oidc")]
mod sign_on;
mod stale;
mod updates;
mod ways;
mod wild;
mod workshops;
mod young;
