//! Tells cargo which folders of texts are built in: without it a new file there would not be noticed.

fn main() {
    for folder in ["../../law", "../../offers"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
