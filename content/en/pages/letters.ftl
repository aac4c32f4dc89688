# Letters a carer writes: the list, the form of one, and the letter as it was written. The letter itself stays in English.

letters-title = Letters
letters-back = Back to what we found
letters-lead = Pick a letter. We fill in what we know. You add what you like, change any word, and print it or save it.
letters-names = Names and addresses go into your letter and nowhere else. We do not keep them.
letters-all = You have not told us anything yet, so we show every letter. { $link }Answer a few questions{ $end } and we can say which ones fit you.
letters-fit = These fit what you told us
letters-may = These may help
letters-may-too = These may help too
letters-no = These do not seem to fit
letters-no-read = You can still read them.
letters-no-show = Show { $many } and why
letters-settle = To settle it:

letter-tab = One letter
letter-tab-wrong = Error: One letter
letter-back = Back to all letters
letter-back-young = Back to what you can get
letter-not-right = This letter may not be the right one.
letter-read-about = Read about it:
letter-before = Before you send it
letter-fields = What goes into the letter
letter-fields-how = { $strong }Fill in only what you want to.{ $end } For the rest we leave a gap that you can fill in by hand. What you type goes into the letter. We do not keep it.
letter-no-council = We do not know which council it goes to. { $link }Choose your council{ $end }, and its name goes into the letter.
letter-kept = You changed words of this letter by hand. We keep your words as they are. What you change here will not be in them.
letter-write = Write the letter
letter-afresh = Write it new, without my changes
letter-field-long = { $field }: this has { $many } letters, and there is room for { $most }
letter-field-date = { $field }: enter a real date, like 27 March 2015, or leave it empty

letter-title = Your letter
letter-cleared = What you answered has been cleared.
letter-cleared-why = Nothing happened here for 30 minutes, so we cleared it to keep you safe. What you typed is still in the letter. It may now have more gaps than before.
letter-long-body = The letter has { $many } letters, and there is room for { $most }. Please make it shorter.
letter-long-subject = The subject has { $many } letters, and there is room for { $most }. Please make it shorter.
letter-long-recipient = The address has { $many } letters, and there is room for { $most }. Please make it shorter.
letter-lead = This is how it will print. We have kept no copy: print it or save it before you leave this page.
letter-own-words = These are your own words. What you change in the details will not be in them.
letter-name = The letter
letter-gaps = To fill in by hand
letter-take = Take it with you
letter-print = To print it, use “Print” in your browser’s menu. Only the letter comes out.
letter-no-pdf = Most browsers can also print to a PDF. We cannot make one for you just now.
letter-shared = Is this phone or computer shared? A saved letter stays on it. You can print it instead.
letter-change = Change it
letter-change-how = Change the details you typed, or any word of the letter.
letter-change-details = Change the details
letter-change-words = Change the words
letter-marks = Leave an empty line between paragraphs. Begin a line with a dash and a space to make a list. Words in [square brackets] become a gap to write in.
letter-recipient = Who it goes to
letter-recipient-how = Add the address here if you are posting it.
letter-recipient-where = You can find it on the web page of { $council }.
letter-subject = What it is about
letter-body = The words of the letter
letter-show = Show my changes
letter-reply = When to expect an answer
letter-reply-by = If it arrives today, count on an answer by { $strong }{ $day }{ $end }. The time is { $length }. { $link }How we count it: { $rule }{ $stop }
letter-reply-guide = Take this date as a guide.
letter-reply-assumed = No rule that we read says how to count, so we started on the day after.
letter-reply-sure = How sure we are of the time: { $sure ->
    [seen] we read this in the source
    [excerpt] we read this part of the source
    [second-hand] we have this second hand
    [computed] we worked this out from a rule we read
    [memory] from memory, not checked yet
   *[unsure] not settled
  }.
letter-reply-holidays = We do not know the bank holidays of that year yet.
letter-reply-none = We know of no fixed time for an answer. You can ask for a date.
letter-next = What happens next
letter-no-answer = If there is no answer
letter-rests = What it rests on
