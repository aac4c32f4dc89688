# Small words that several pages say: lists and days.

list = { $list }, { $next }
day-name = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
  }
