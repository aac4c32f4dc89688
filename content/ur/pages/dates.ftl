# مہلتیں: ہر ایک کیسے کہی جاتی ہے، اور سب کا صفحہ۔

dates-tab = تاریخیں
dates-lead = قانون لوگوں کے لیے مہلت مقرر کرتا ہے۔ یہ وہ ہیں جو ہم آپ کے جوابوں سے گن سکتے ہیں۔ آج { $today } ہے۔
dates-picture = { $many ->
    [one] 1 مہلت، پٹی کی صورت میں، { $first } سے { $last } تک۔ نیچے کی فہرست یہی بات لفظوں میں بتاتی ہے۔
   *[other] { $many } مہلتیں، پٹیوں کی صورت میں، { $first } سے { $last } تک۔ نیچے کی فہرست یہی بات لفظوں میں بتاتی ہے۔
  }
dates-today = آج
dates-none = ابھی کوئی ایسی تاریخ نہیں جو ہم گن سکیں۔ نیچے دیے ہوئے دنوں میں سے کوئی بتائیں، یا { $link }مزید سوالوں کے جواب دیں{ $end }۔
dates-coming = آنے والی تاریخیں
dates-past = جو گزر چکیں
dates-past-ask = اگر یہاں کا کوئی کام نہیں ہوا تو ابھی لکھ کر مانگیں۔ دیر ہو جانے سے ذمہ داری ختم نہیں ہوتی۔
dates-keep = یہ تاریخیں اپنے پاس رکھیں
dates-keep-how = کیلنڈر فائل انہیں فون یا کمپیوٹر کے کیلنڈر میں ڈال دیتی ہے۔ ہو سکتا ہے وہ کیلنڈر دوسرے لوگ بھی دیکھ سکیں۔ اس لیے ہر اندراج میں صرف ”Reminder“ لکھا ہوتا ہے۔
dates-file = کیلنڈر فائل
dates-file-named = کیلنڈر فائل جو بتائے کہ ہر تاریخ کس کی ہے
dates-waiting = کوئی اور دن بتائیں
dates-waiting-why = ہم ان دنوں سے اور بھی تاریخیں گن سکتے ہیں۔ صرف وہ دن لکھیں جو ہو چکے ہیں۔
dates-for = کس کے لیے:

clock-from = { $day } سے
clock-by = { $day } تک
clock-counted = { $away }۔ { $from } سے { $length }۔
clock-starts = گنتی اس سے شروع ہوتی ہے: { $starts }۔
clock-who = یہ کس کو کرنا ہے: { $who }۔
clock-how = یہ کیسے گنا جاتا ہے
clock-maybe-not = شاید آپ کے لیے نہ ہو
clock-passed = یہ دن گزر چکا ہے۔

away-today = آج
away-tomorrow = کل (آنے والا)
away-yesterday = کل (گزرا ہوا)
away-days = { $many } دن میں
away-weeks = تقریباً { $many } ہفتوں میں
away-months = تقریباً { $many } مہینوں میں
away-years = تقریباً { $many } سال میں
away-days-ago = { $many } دن پہلے
away-weeks-ago = تقریباً { $many } ہفتے پہلے
away-months-ago = تقریباً { $many } مہینے پہلے
away-years-ago = تقریباً { $many } سال پہلے

length-hours = { $many ->
    [one] 1 گھنٹہ
   *[other] { $many } گھنٹے
  }
length-days = { $many ->
    [one] 1 دن
   *[other] { $many } دن
  }
length-working-days = { $many ->
    [one] 1 کام کا دن
   *[other] { $many } کام کے دن
  }
length-weeks = { $many ->
    [one] 1 ہفتہ
   *[other] { $many } ہفتے
  }
length-months = { $many ->
    [one] 1 مہینہ
   *[other] { $many } مہینے
  }
length-years = { $many ->
    [one] 1 سال
   *[other] { $many } سال
  }
length-open = کوئی مدت مقرر نہیں
length-first = یہ پہلے ہونا ضروری ہے
length-council = کونسل مقرر کرتی ہے
