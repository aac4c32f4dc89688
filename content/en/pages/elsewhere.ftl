# Where the rules of England do not hold.

elsewhere-tab = Where you live
elsewhere-title = The rules are different in { $country }
elsewhere-lead = We are sorry. Kith only knows the law for children who live in England. You still have rights, and there is help for you.
elsewhere-where = Where to go in { $country }
elsewhere-go = Where to go
elsewhere-wales-line = Kinship runs a free advice line for England and Wales: { $phone }.
elsewhere-wales-council = Your local council’s children’s services can tell you what it offers.
elsewhere-wales-money = Citizens Advice Cymru can help with money and benefits.
elsewhere-scotland-line = The Kinship Care Advice Service for Scotland gives free advice to kinship carers.
elsewhere-scotland-council = Your local council’s social work department can tell you what it offers.
elsewhere-scotland-money = Citizens Advice Scotland can help with money and benefits.
elsewhere-north-line = Kinship Care Northern Ireland supports families like yours.
elsewhere-north-trust = Your health and social care trust is the one to ask for help.
elsewhere-north-money = Advice NI can help with money and benefits.
elsewhere-other-ask = Ask your government’s children’s services what help there is for family carers.
elsewhere-other-money = Your local Citizens Advice can help with money and rights.
elsewhere-still = If the child lives in England, or used to be in the care of a council in England, parts of our answers may still be of use. { $council }Choose the child’s council{ $end } or { $postcode }enter another postcode{ $end }.
