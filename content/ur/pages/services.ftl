# آپ کے قریب مدد: فارم، جو ملا، اور وہ فہرست جو صفحے ہی میں رہتی ہے۔

services-lead = اپنے لفظوں میں مدد ڈھونڈیں۔ ہجے غلط ہوں تو کوئی بات نہیں۔
services-workshops = کیا آپ کوئی ورکشاپ یا تقریب ڈھونڈ رہے ہیں؟ { $link }دیکھیں کہ کیا ہو رہا ہے{ $end }۔
services-look = آپ کیا ڈھونڈ رہے ہیں؟
services-look-hint = انگریزی میں لکھیں، جیسے: money for clothes (کپڑوں کے لیے رقم)، someone to talk to (کوئی جس سے بات ہو سکے)، nan (نانی یا دادی)، contact (ملاقات)۔ آپ جو لکھتے ہیں ہم اسے نہیں رکھتے۔
services-look-go = ڈھونڈیں
services-council = کون سی کونسل؟
services-council-any = وہ سب کونسلیں جو ہمیں معلوم ہیں
services-more = اور چنیں
services-need = آپ کو کیا چاہیے؟
services-need-any = کچھ بھی
services-arrangement-known = آپ کا انتظام
services-arrangement-from = { $arrangement }، { $link }آپ کے جوابوں{ $end } سے
services-arrangement = بچہ آپ کے ساتھ کس طرح رہتا ہے؟
services-arrangement-any = مجھے معلوم نہیں، یا کوئی بھی
services-age = بچے کی عمر کتنے سال ہے؟
services-how = آن لائن یا آمنے سامنے؟
services-how-any = کسی بھی طرح
services-day = کس دن؟
services-day-any = کوئی بھی دن
services-language = کون سی زبان؟
services-language-any = کوئی بھی زبان
services-whom = سب سے بڑھ کر کس کے لیے؟
services-whom-any = کوئی بھی
services-access = آپ کے لیے جانا کس سے آسان ہوتا ہے؟
services-access-any = کوئی خاص بات نہیں
services-postcode = آپ کا پوسٹ کوڈ، تاکہ دیکھیں کہ چیزیں کتنی دور ہیں
services-within = کیا آپ کے پوسٹ کوڈ کے قریب کی دوسری کونسلیں بھی دیکھیں؟
services-within-none = صرف میری کونسل
services-within-miles = { $miles } میل تک
services-free = صرف جو مفت ہو
services-not-kept = ہم انہیں صرف اس صفحے کے لیے استعمال کرتے ہیں۔ ہم انہیں نہیں رکھتے۔
services-list = آپ کی فہرست
services-list-where = فہرست صرف اس صفحے میں ہے۔ جب آپ صفحہ چھوڑیں تو وہ ختم ہو جاتی ہے۔ پہلے اسے چھاپ لیں یا لکھ لیں۔
services-list-drop = ہٹا دیں
services-list-show = میری فہرست چھاپنے کے لیے دکھائیں
services-or-need = یا چنیں کہ آپ کو کیا چاہیے

services-found = ہمیں کیا ملا
services-found-nothing = ان لفظوں سے ہمیں کچھ نہیں ملا۔ آگے کا راستہ یہ ہے۔
services-found-national = ہمیں { $national ->
    [one] { $national } چیز ملی
   *[other] { $national } چیزیں ملیں
  }، جو ہر کونسل میں ایک جیسی ہے۔
services-found-local = ہمیں کونسلوں سے { $local ->
    [one] { $local } چیز ملی
   *[other] { $local } چیزیں ملیں
  }۔
services-found-both = ہمیں کونسلوں سے { $local ->
    [one] { $local } چیز ملی
   *[other] { $local } چیزیں ملیں
  }، اور { $national ->
    [one] { $national } چیز
   *[other] { $national } چیزیں
  } ایسی جو ہر جگہ ملتی ہے۔
services-read-as = ہم نے ”{ $typed }“ کو { $strong }{ $read }{ $end } پڑھا۔
services-dropped = ہمیں اس سے کچھ معلوم نہیں، اس لیے ہم نے اسے چھوڑ دیا: { $words }۔ انگریزی کا کوئی لفظ آزمائیں، جیسے ”money“ (رقم)، ”school“ (سکول) یا ”someone to talk to“ (کوئی جس سے بات ہو سکے)۔
services-council-by-postcode = آپ کا پوسٹ کوڈ { $council } میں ہے، اس لیے ہم نے وہاں دیکھا۔
services-begin = آپ ان سے شروع کر سکتے ہیں
services-from = { $council } سے
services-from-councils = کونسلوں سے
services-not-held = ہمارے پاس یہ نہیں کہ { $council } کیا دیتی ہے۔ اسے شائع کرنا اس پر لازم ہے۔ { $link }اسے کیسے مانگیں{ $end }
services-none-here = { $council } جو دیتی ہے اس میں ہمیں اس سے کچھ نہیں ملا۔ وہ پھر بھی مدد کر سکتی ہے۔ { $link }پڑھیں کہ وہ کیا کیا دیتی ہے، اور کس سے پوچھیں{ $end }
services-none = جن کونسلوں کی معلومات ہمارے پاس ہیں ان میں ہمیں اس سے کچھ نہیں ملا۔ آپ کی اپنی کونسل پھر بھی مدد کر سکتی ہے۔ { $link }اپنی کونسل ڈھونڈیں{ $end }
services-few = یہ ان چند کونسلوں سے ہیں جن کی معلومات ہمارے پاس ہیں۔ اوپر اپنی کونسل چنیں۔
services-without = آپ کچھ چھوڑ سکتے ہیں:
services-without-one = { $what } چھوڑ دیں: { $many ->
    [one] { $many } چیز
   *[other] { $many } چیزیں
  }
services-without-all = جو کچھ آپ نے چنا، سب
services-border = آپ کے قریب کی دوسری کونسلوں سے
services-border-mind = ہو سکتا ہے یہ صرف اسی کونسل کے خاندانوں کے لیے ہوں۔ جانے سے پہلے پوچھ لیں۔
services-national = ہر کونسل میں ایک جیسا
services-may = یہ بھی ٹھیک ہو سکتے ہیں
services-may-means = آپ نے جو مانگا اس میں سے کچھ بتایا نہیں گیا۔ اس کا مطلب ”نہیں“ نہیں۔ ان سے پوچھیں۔
services-fold = { $many } اور دکھائیں
services-fold-no = { $many } دکھائیں جو آپ کے چناؤ پر پورے نہیں آتے
services-does-not-fit = پورا نہیں آتا: { $list }
services-and-more = اور { $many } مزید۔
services-there-are-more = { $many } اور ہیں۔ جو آپ کے لیے سب سے ٹھیک ہیں انہیں دیکھنے کے لیے کوئی لفظ بڑھائیں، یا کونسل چنیں۔
services-person = یا کسی شخص سے پوچھیں
services-person-kinship = Kinship مشورہ لائن: { $phone }
services-person-rights = Family Rights Group: { $phone }
services-person-council = { $council } سے پوچھیں
services-person-any = اپنی کونسل سے پوچھیں

services-far = کتنی دور
services-call = فون کریں یا لکھیں
services-not-stated = یہ نہیں بتایا گیا: { $list }۔
services-rule = اس کے پیچھے ملک کا قاعدہ: { $link }{ $rule }{ $end }
services-checked = { $day } کو جانچا گیا
services-checked-old = 90 دن سے زیادہ پہلے: پوچھیں کہ کیا یہ اب بھی درست ہے
services-checked-never = ہمیں معلوم نہیں کہ یہ کب جانچا گیا: پوچھیں کہ کیا یہ اب بھی درست ہے
services-kept = آپ کی فہرست میں ہے
services-keep = میری فہرست میں رکھیں
services-hours = وہ کب جواب دیتے ہیں
services-ask-how = کیسے پوچھیں
services-next = اگلی بار
services-when = کب
services-above-all = سب سے بڑھ کر ان کے لیے
services-cost = خرچ
services-given = کس طرح
services-often = کتنی بار
services-where = کہاں
services-languages = زبانیں
services-access-to = آنے جانے اور استعمال میں آسانی
services-reach = اس تک کیسے پہنچیں
services-amount = کتنا
services-earlier = یہ بات کونسل کے صفحے کے ایک پرانے نسخے پر تھی۔ پوچھیں کہ کیا یہ اب بھی درست ہے۔
services-ended = یہ { $day } کو ختم ہو گیا۔
services-past = یہ ایک پرانا ضابطہ ہے۔ پوچھیں کہ اب کیا درست ہے۔
services-proposed = کونسل نے اس منصوبے کے بارے میں لوگوں سے پوچھا۔ ہم نے نہیں دیکھا کہ یہ چل رہا ہے یا نہیں۔
services-birthday = یہ اس پر ہے کہ بچے کی سالگرہ کب ہے۔
services-asked-need = یہ کس میں مدد کرتا ہے
services-asked-how = یہ کس طرح دیا جاتا ہے
services-asked-cost = اس کا کتنا خرچ ہے
services-asked-day = دن
services-asked-language = زبان
services-asked-whom = یہ کس کے لیے بنایا گیا ہے
services-asked-access = اسے استعمال کرنا کیسے آسان کیا گیا ہے

services-map = { $many ->
    [one] { $many } نمبر والی چیز
   *[other] { $many } نمبر والی چیزیں
  } آپ کے پوسٹ کوڈ کے آس پاس، شمال اوپر۔ فہرست بتاتی ہے کہ ہر ایک کتنی دور ہے۔
services-map-north = شمال
services-map-you = آپ
services-map-miles = { $miles ->
    [one] { $miles } میل
   *[other] { $miles } میل
  }
services-map-half = آدھا میل
services-map-caption = نمبر فہرست کے نمبر ہیں۔ جگہیں پوسٹ کوڈ کے حساب سے دکھائی گئی ہیں، اس لیے بالکل اپنی جگہ پر نہیں۔

list-none = ابھی آپ کی فہرست میں کچھ نہیں۔ { $link }مدد ڈھونڈیں{ $end } اور جو پسند آئے رکھ لیں۔
list-made = { $day } کو بنائی گئی۔ چھاپنے کے لیے اپنے براؤزر کے مینو میں ”Print“ استعمال کریں۔ فہرست صرف اس صفحے میں ہے۔
list-send = اسے خود کو بھیجیں
list-care = { $strong }اگر کوئی آپ کا فون یا آپ کی ڈاک دیکھتا ہے تو احتیاط کریں۔{ $end } آپ جو بھیجتے اور محفوظ کرتے ہیں وہ اسے پڑھ سکتا ہے۔ تب زیادہ محفوظ یہ ہے کہ نمبر لکھ لیں، یا فہرست کسی بھروسے کے آدمی کے پاس رہنے دیں۔
list-email = { $link }فہرست ای میل میں ڈالیں{ $end }۔ آپ کی اپنی ای میل کھلتی ہے، اور آپ چنتے ہیں کہ یہ کسے ملے۔ ہم وہ پتا کبھی نہیں دیکھتے۔
list-save = فہرست فائل کے طور پر محفوظ کریں
list-more = اور ڈھونڈیں
list-talk = کسی سے بات کرنے کے لیے: Kinship مشورہ لائن { $kinship }، یا Family Rights Group { $rights }۔

how-in-person = آمنے سامنے
how-phone = فون پر
how-online = آن لائن
how-home = گھر پر
how-post = ڈاک سے
