# One family or one duty at every council. In English alone.

compare-family-title = One family, every council
compare-family-lead = Choose a made-up family. See what each council’s kinship local offer says to it.
compare-ways = Comparisons
compare-one-family = One family
compare-one-duty = One duty
compare-the-family = The family
compare-go = Compare councils
compare-so = As on { $day }. { $link }What is so for this family{ $end }.
compare-so-twins = As on { $day }. { $link }What is so for this family{ $end }, and for its twins.
compare-held = We hold the offers of { $strong }{ $held } of { $total }{ $end } councils. What the other { $others } offer is { $strong }not known{ $end } here. Not known is not a no.
compare-examples = Some offers held are examples, made from pages that anyone can read. They are not the councils’ own publications.
compare-by-need = By need
compare-by-need-how = Of the councils whose offers we hold: the best answer of anything listed for the need.
compare-by-region = By region
compare-by-region-how = Each council of a region counts once, with the best answer in its offer. Offers that we do not hold are not known here.
compare-by-council = Council by council
compare-answers = { $strong }Yes{ $end }: the page says this family gets it. { $strong }May{ $end }: the council can give it. { $strong }Look first{ $end }: somebody must look at the case. { $strong }Not said{ $end }: the page does not say who it is for. { $strong }No{ $end }: the page says it is not for this family. { $strong }Nothing listed{ $end }: we found nothing for this need in what we read.
compare-council = Council
compare-offer-says = What the offer says
compare-see = { $many ->
    [one] See the council of { $region } that we hold
   *[other] See each of the { $many } councils of { $region } that we hold
  }
compare-none-held = All { $total } councils: not known. { $link }See each{ $end }
compare-others = The other { $others } councils: not known. { $link }See each{ $end }
compare-data = Take it as data: { $json }JSON{ $end }, { $ndjson }a record on each line{ $end }, { $csv }CSV for a spreadsheet{ $end }. { $about }About the data{ $end }
compare-duty-title = One duty, every council
compare-duty-lead = What each council’s kinship local offer shows of what the law, the government and good practice ask.
compare-duties-held = As on { $day }. We hold the offers of { $strong }{ $held } of { $total }{ $end } councils. What the other { $others } show is { $strong }not known{ $end } here, and they are not in the bars. “Cannot tell” is not a no: we did not see the part that may say it.
compare-never-added = The three parts are never added up. What a council must do is not what it should do.
compare-duties-data = Take it as data: { $json }JSON{ $end }, { $ndjson }a record on each line{ $end }, { $csv }CSV for a spreadsheet{ $end }. In words, for each offer: { $gaps }JSON{ $end }, { $gaps-csv }CSV{ $end }. { $about }About the data{ $end }
compare-every-duty = Every duty
compare-duty-held = As on { $day }. We hold the offers of { $strong }{ $held } of { $total }{ $end } councils. What the other { $others } show is { $strong }not known{ $end } here. “Cannot tell” is not a no: we did not see the part that may say it.
compare-gaps-data = Take it as data: { $json }JSON{ $end }, { $csv }CSV for a spreadsheet{ $end }. { $about }About the data{ $end }
compare-bar-yes = yes
compare-bar-may = may
compare-bar-look = look first
compare-bar-unclear = page does not say
compare-bar-no = no
compare-bar-none = nothing listed
compare-bar-unknown = not known
compare-yes = Yes
compare-may = May
compare-look = Look first
compare-not-said = Not said
compare-no = No
compare-nothing = Nothing listed
compare-shown = shown
compare-in-part = shown in part
compare-not-shown = not shown
compare-cannot-tell = cannot tell
compare-not-asked = not asked of this version
