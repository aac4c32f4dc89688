# Those who work with families: what follows for up to four of them. In English alone.

families-slip-line = Line { $line }:
families-title = For those who work with families
families-lead = Up to four families side by side: what each has a right to, may be given or cannot get, with the deciding provision first.
families-nothing-kept = Nothing is kept: no cookie, no log, no address holds what you type. It is gone when you close or leave this page. Type no names and no case numbers.
families-at-least = Tell us at least one fact about one family
families-still = What you typed is still in the form.
families-without-slip = Families without a slip are answered below it.
families-slip = Family { $family }: { $words }
families-slip-at = Family { $family }, line { $line }: { $words }
families-family = Family { $number }
families-not-told = not told
families-council-may = name, code or postcode
families-other-facts = Other facts, one to a line
families-such-as = such as { $code }uc_household = yes{ $code-end }; the names are in { $link }the list of facts{ $end }
families-show = Show
families-follows = Show what follows
families-add = Add a family
families-clear = Clear all
families-on = What follows on { $today }
families-arrangement = Arrangement, as derived
families-one-of = Not settled yet. One of:
families-council = Council
families-next = Ask next
families-told = Told
families-given = Taken as given
families-facts = { $many ->
    [one] { $many } fact
   *[other] { $many } facts
  }
families-as-text = As text, for case notes
families-select = Select all and copy. The facts can be put back into the form as they stand.
families-provisions = Provisions: the deciding one first. Where none has a remark, we read the words of the source. “They may” is a power, or a duty to no single child: never a right.
families-no-row = No row to show. Choose “All supports”.
families-support = Support
families-all-same = All the same
families-missing = Missing:
families-title-wrong = Error: for those who work with families
families-help = Rights and may
families-rights = Only rights
families-differences = Only differences
families-all = All supports
families-unknown = unknown: nobody knows yet

# What is wrong with what was typed, and what to do about it.

families-line-fact = write a fact, an equals sign and a value, such as: order_type = "SGO"
families-line-name = the name of a fact must stand before the equals sign
families-line-value = nothing stands after the equals sign; write unknown if it is not known
families-line-long = this line is too long for a fact and its value
families-line-list = a list must end with ] on the same line
families-line-mark = a quotation mark is opened and not closed
families-clash = { $fact } is said to be { $said }, but the other facts make it { $found }
families-clash-do = leave { $fact } out, or change one of: { $others }
families-too-long = the other facts are { $long } characters long; at most { $most } are read
families-too-long-do = take lines out and send it again
families-more-slips = there are more slips; only the first { $named } are named
families-more-slips-do = put these right and send it again
families-twice = `{ $fact }` is said twice, with two values
families-twice-do = leave one of them out
families-date-do = write a day, a month and a year, such as 3 5 2019
families-date = `{ $fact }` cannot be { $typed }: { $why }
families-no-date = this is not a date
families-unplaced = the directory does not say which council { $postcode } is in
families-unplaced-do = write the name of the council
families-elsewhere = { $postcode } is in { $country }
families-outside = { $postcode } is in a place outside England
families-elsewhere-do = the law here is England’s
families-council-do = write a council’s name, its code such as E09000028, or a postcode
families-council-near = did you mean { $near }?
families-no-council = there is no children’s services council named { $typed }
families-any-of = any of: { $codes }; or none
families-day = day month year
families-yes = yes
families-no = no
