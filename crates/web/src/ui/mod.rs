//! What all pages share: the frame, errors, headers, assets, Markdown and small words.

pub(crate) mod assets;
pub(crate) mod condition;
pub(crate) mod cookie;
pub(crate) mod doors;
pub(crate) mod download;
pub(crate) mod fault;
pub(crate) mod filters;
pub(crate) mod layers;
pub(crate) mod markdown;
pub(crate) mod opening;
pub(crate) mod page;
pub(crate) mod shell;
pub(crate) mod show;

pub(crate) use doors::Doors;
pub(crate) use fault::Fault;
pub(crate) use opening::Opening;
pub(crate) use page::html;
pub(crate) use shell::Shell;
