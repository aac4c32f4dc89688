//! Every story of casework goes as it says.

mod data;

use casework::story::{Story, run};
use data::{LAW, TABLE, files};

#[test]
fn every_story_goes_as_it_says() {
    let only = std::env::var("STORY").ok();
    let mut wrong = Vec::new();
    let mut told = 0;
    for file in files("casework").iter().filter(|file| file.path.starts_with("stories/")) {
        let (stories, faults) = Story::read(file);
        wrong.extend(faults.iter().map(ToString::to_string));
        for story in stories.iter().filter(|story| only.as_ref().is_none_or(|only| story.name.contains(only.as_str())))
        {
            wrong.extend(run(story, &TABLE.0, &LAW).wrong);
            told += 1;
        }
    }
    assert!(wrong.is_empty(), "{} wrong in {told} stories:\n{}", wrong.len(), wrong.join("\n"));
    assert!(told > 0);
}
