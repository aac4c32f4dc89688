# The page around a sheet; the sheet itself is for people who read English.

sheet-tab = Sheet
sheet-all = Sheets
sheet-answer = Your whole answer
sheet-answer-advice = This holds everything you told us. Keep it where only people you trust can see it.
sheet-school = A page for the school
sheet-school-advice = This is all the school will see. Hand it over only if you want to. You can cross out any line first.
sheet-surgery = A page for the GP
sheet-surgery-advice = This is all the surgery will see. Hand it over only if you want to. You can cross out any line first.
sheet-call = To read out on the phone
sheet-call-advice = For an adviser who talks with a carer on the phone. Carers can use it too.
sheet-print = To print it, use “Print” in your browser’s menu. Only the sheet comes out.
sheet-usual = Usual print
sheet-large = Large print
sheet-pdf = Save as PDF
sheet-word = Save for Word
sheet-text = Save as plain text
sheet-shared = Is this phone or computer shared? A saved sheet stays on it. You can print it instead.
sheet-name = The sheet
sheet-pack = { $link }A pack that holds nothing of your family{ $end } says what is tied to legal status and what is not.
