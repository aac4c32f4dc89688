# A reference and a code that an adviser reads out.

code-kept = It is kept for them
code-kept-how = Read these out, twice. With both they can read the summary at { $address }.
code-new = A new code
code-new-how = Read these out, twice. With both they can read the answer at { $address }. The old code does not work any more.
code-reference = Reference
code-code = Code
code-once = The code is shown only here.
code-back = Back to the questions

