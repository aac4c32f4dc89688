# “Somebody is on the phone”: an adviser goes through the questions with a carer and hands over the summary.

call-back = All questions
call-title = Somebody is on the phone
call-lead = Go through the questions with them. Then hand over what you found, the way they choose.
call-go-through = 1. Go through the questions
call-go-through-how = The questions open with nothing in them. What this browser held before is cleared.
call-begin = Begin with the questions
call-come-back = When you are done, come back to this page.
call-read-out = 2. Read out what you found
call-answers = { $many ->
    [one] { $many } answer is given. { $link }Read it out{ $end }, or { $all }see it all{ $end }.
   *[other] { $many } answers are given. { $link }Read it out{ $end }, or { $all }see it all{ $end }.
 }
call-hand-over = 3. Hand it over
call-ask-first = Ask them first what is safe.
call-print = Print it
call-note = What you advised, in a sentence or two
call-note-hint = Needed where they read it here. They see it.
call-whole = They choose to have the whole summary in the email
call-whole-hint = Without this, the email only says that there is something to read, and you tell them a code.
call-keep = Keep it here, and tell me a code
call-email = Send it by email
call-clear = Done: clear the answers
call-tab = On the phone
call-tab-sent = Sent
call-tab-for-the-post = For the post
call-tab-kept = Kept
call-no-answers = There are no answers to hand over. Begin with the questions
call-needs-address = Choose a letter as a safe way, and write the address
call-needs-email = Choose email as a safe way, and write the address they gave
call-needs-note = Write in a sentence or two what you advised
call-sent-before = This was sent before

call-post = Make it ready for the post
call-post-back = Back to the call
call-post-lead = Ready for the post.
call-post-how = Print it with “Print” in your browser’s menu. Only the letter comes out. Use a plain envelope, without a name or mark on it.
call-post-letter = The letter

call-mailed-title = The email is on its way
call-mailed-lead = The whole summary is in it, as they chose. We keep no copy once it is sent.
