# کیا ہو رہا ہے: ورکشاپس اور تقریبات کی فہرست، ایک منتظم کی فہرست، اور فہرست کی ایک سطر۔

workshops-title = ورکشاپس اور تقریبات
workshops-lead = کچھ سیکھیں، دوسروں سے ملیں، اپنے سوال پوچھیں۔ آنے کے لیے کوئی اکاؤنٹ نہیں چاہیے۔
workshops-look = آپ کیا ڈھونڈ رہے ہیں؟
workshops-look-hint = جیسے: sleep (نیند)، contact (ملنا جلنا)، money (رقم)۔ آپ اسے خالی چھوڑ سکتے ہیں۔ آپ جو لکھتے ہیں ہم اسے محفوظ نہیں رکھتے۔
workshops-host = اسے کون چلاتا ہے؟
workshops-access = کس بات سے آپ کے لیے جانا آسان ہو گا؟
workshops-access-any = کچھ خاص نہیں
workshops-first-day = کس دن سے؟
workshops-last-day = کس دن تک؟
workshops-postcode = آپ کا پوسٹ کوڈ، تاکہ پتا چلے کہ یہ کتنی دور ہے
workshops-within = آپ کتنی دور تک جا سکتے ہیں؟
workshops-up-to = { $miles } میل تک
workshops-not-kept = ہم انہیں صرف اس صفحے کے لیے استعمال کرتے ہیں۔ ہم انہیں محفوظ نہیں رکھتے۔
workshops-wrong-day = دن اس طرح لکھیں: 2026-12-08
workshops-on = کیا ہو رہا ہے
workshops-none = اس وقت یہاں کوئی ورکشاپ نہیں۔ { $link }اپنے قریب دوسری مدد دیکھیں{ $end }۔
workshops-none-fits = جو کچھ آپ نے چنا اس سب پر کوئی پوری نہیں اترتی۔ کل { $all } ہیں۔ کچھ چھوڑ دیں، یا بعد میں دوبارہ دیکھیں۔
workshops-others = { $many } دکھائیں جو دوسرے نگہبانوں کے لیے ہیں
workshops-others-why = آپ کے جوابوں کے مطابق یہ دوسرے خاندانوں کے لیے ہیں۔ اگر آپ کے خیال میں یہ غلط ہے تو منتظم سے پوچھیں۔
workshops-calendar = انہیں اپنے کیلنڈر میں ڈالیں
workshops-calendar-private = (اس پتے میں آپ کا پوسٹ کوڈ یا آپ کے الفاظ نہیں ہوتے)
workshops-all = سب ورکشاپس
workshops-of-host = { $host } کی طرف سے۔ آنے کے لیے کوئی اکاؤنٹ نہیں چاہیے۔
workshops-of-host-none = اس وقت یہاں کچھ نہیں۔ { $link }سب ورکشاپس دیکھیں{ $end }۔

workshops-next = اگلا دن
workshops-next-more = { $many ->
    [0] { $day }
    [one] { $day }، اور 1 دن اور
   *[other] { $day }، اور { $many } دن اور
  }
workshops-places = جگہیں
workshops-how = کیسے

workshops-one-day = { $day }، { $hours }
workshops-many-days = { $days } اور { $last }، { $hours }

place-off = منسوخ
place-come = بکنگ کی ضرورت نہیں۔ بس آ جائیں
place-closed = بکنگ بند ہو چکی ہے
place-not-known = ہم ابھی نہیں بتا سکتے کہ کتنی جگہیں باقی ہیں
place-all = سب کے لیے جگہ ہے
place-left = { $many ->
    [one] 1 جگہ باقی ہے
   *[other] { $many } جگہیں باقی ہیں
  }
place-waits = { $many ->
    [0] جگہ بھر گئی ہے۔ ابھی کوئی انتظار میں نہیں
    [one] جگہ بھر گئی ہے۔ 1 شخص جگہ کے انتظار میں ہے
   *[other] جگہ بھر گئی ہے۔ { $many } لوگ جگہ کے انتظار میں ہیں
  }
place-full = جگہ بھر گئی ہے
place-book = جگہ بک کریں
place-join = انتظار کی فہرست میں نام لکھوائیں
