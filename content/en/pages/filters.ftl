# Words that lists share: what can be chosen, how far something is, what is not stated.

hours = { $from } to { $to }
miles = { $many ->
    [0] less than a mile
    [1] about a mile
   *[other] about { $many } miles
  }

filter-look = Look
filter-more = Choose more
filter-way = Online or face to face?
filter-way-any = Any way
filter-whom = For whom above all?
filter-anybody = Anybody
filter-may-fit = These may fit too
filter-silent = Something you asked for is not stated. That is not a no. Ask them.

stated-far = How far
stated-above-all = For these above all
stated-cost = Cost

way-face = Face to face
way-online = Online
way-both = Face to face, or online

welcome-men = men
welcome-grandparents = grandparents
welcome-younger-carers = younger carers
welcome-siblings = brothers and sisters
welcome-new-carers = new carers
welcome-black-and-asian = Black and Asian families
welcome-lgbt = LGBT+ carers
welcome-disabled-children = carers of disabled children
welcome-children = children and young people

venue-step-free = No steps to get in
venue-hearing-loop = Hearing loop
venue-interpreter = Interpreter
venue-sign = Sign language
venue-easy-read = Easy read
venue-childcare = Someone to mind the children
venue-transport = Help to get there
venue-quiet = Quiet room or time

postcode-hint-half = The second half of a full postcode is one digit and two letters, like the 1AA of SW1A 1AA.
postcode-hint-malformed = Enter a full UK postcode of five to seven letters and numbers, like M1 1AE or SW1A 1AA.
postcode-hint-meant = Did you mean { $postcode }?
postcode-hint-unknown = Check it for a slip. If it is right, choose your council by name instead.
postcode-hint-nowhere = We cannot tell where in England this postcode is.
