# ایک کونسل کا صفحہ، رشتہ دار نگہبانوں کے لیے اس کی پیشکش، اور تمام کونسلوں کی فہرست۔

councils-title = کونسلیں
councils-lead = انگلینڈ میں یہ { $total } کونسلیں بچوں کی خدمات دیکھتی ہیں۔ ہر ایک پر لازم ہے کہ وہ شائع کرے کہ رشتہ دار نگہبانوں کے لیے اس کے پاس کیا مدد ہے۔
councils-compare = { $compare }ایک خاندان، ہر کونسل{ $end }: جو پیشکشیں ہمارے پاس ہیں ان میں سے ہر ایک اس خاندان سے کیا کہتی ہے۔ { $duties }ایک فرض، ہر کونسل{ $end }: قانون جو مانگتا ہے اس میں سے ہر ایک کیا دکھاتی ہے۔
councils-regions = علاقے
councils-run-by = چلانے والا: { $trust }
councils-all = تمام کونسلیں

council-withdrawn = کونسل نے { $from } سے اپنی پیشکش واپس لے لی ہے۔
council-its-editions = اس کے ایڈیشن
council-run-by = یہاں بچوں کی خدمات { $since } سے { $trust } چلاتا ہے۔ جواب دینا پھر بھی کونسل ہی پر لازم ہے۔
council-runs-itself = کونسل بچوں کی خدمات خود چلاتی ہے۔
council-ends = یہ کونسل { $day } کو ختم ہو رہی ہے۔ اس کے بعد: { $after }
council-its-offer = رشتہ دار نگہبانوں کے لیے اس کی پیشکش
council-what-it-is = یہ وہ صفحہ ہوتا ہے جس پر کونسل بتاتی ہے کہ خاندان یا دوستوں کے ساتھ رہنے والے بچوں کے لیے اس کے پاس کیا مدد ہے۔ انگلینڈ کی ہر کونسل پر اسے شائع کرنا لازم ہے، اور 29 جون 2026 سے لازم ہے۔ اس کونسل پر بھی۔ { $link }Children Act 1989 section 22H{ $end }
council-not-held = اس کونسل کا صفحہ ابھی ہمارے پاس نہیں ہے۔
council-how-to-ask = اسے کیسے مانگیں
council-search = انٹرنیٹ پر ”{ $council } kinship local offer“ تلاش کریں۔
council-phone = اگر نہ ملے تو کونسل کو فون کریں اور بچوں کی خدمات (children’s services) سے بات کرنے کو کہیں۔ کہیں: ”Please send me your kinship local offer.“ یعنی مہربانی کر کے مجھے رشتہ دار نگہبانوں کے لیے اپنی پیشکش بھیج دیں۔
council-write = اگر ایسا کوئی صفحہ نہیں، یا کوئی جواب نہیں دیتا، تو لکھ کر مانگیں۔ { $link }اسے مانگنے کا خط{ $end } آپ کے لیے تیار ہے۔ اس میں قانون کا نام لکھا ہے۔
council-anyway = جو آپ کو ہر حال میں مل سکتا ہے
council-national = بہت سی مدد پورے ملک کے قانون سے آتی ہے۔ وہ ہر کونسل میں ایک جیسی ہے۔
council-find = اپنے لیے مدد تلاش کریں
council-young = بچوں اور نوجوانوں کے لیے
council-pack-school = اسکولوں کے لیے معلومات
council-pack-gp = جی پی کلینکوں کے لیے معلومات
council-groups = آپ کے قریب نگہبانوں کے گروپ
council-workshops = ورکشاپس اور تقریبات
council-letters-for-help = مدد مانگنے کے خط
council-look = اپنے الفاظ میں مدد ڈھونڈیں
council-must-hold = اس کونسل کی پیشکش میں کیا ہونا لازم ہے
council-every-kind = ہر قسم کی مدد

# اس کی پیشکش: شروع میں۔

offer-draft = یہ مسودہ ہے۔
offer-draft-unseen = عام لوگ اسے ابھی نہیں دیکھتے۔
offer-draft-back = ڈیسک پر واپس
offer-edition = ایڈیشن { $number }۔
offer-counts-since = یہ { $day } سے لاگو ہے۔
offer-editions = تمام ایڈیشن، اور انہیں کس نے منظور کیا
offer-feedback = اس پیشکش کے بارے میں کچھ کہیں
offer-this-edition = یہ ایڈیشن { $number } ہے۔
offer-edition-on = یہ ایڈیشن { $number } ہے، { $day } کے مطابق۔
offer-edition-withdrawn = ایڈیشن { $number } اس دن لاگو نہیں تھا۔ اسے { $since } سے واپس لے لیا گیا تھا: { $why }
offer-digest = اس کا ڈائجسٹ { $digest } ہے۔
offer-prove = اسے ثابت کریں، { $day } کے مطابق
offer-for-you = دیکھیں کہ اس میں سے آپ کے لیے کیا ہے
offer-on-this-page = اس صفحے پر

# اس کی پیشکش: اس کے حصے۔

offer-contacts = کس سے پوچھیں
offer-follows = کونسل کے کہنے کے مطابق وہ کن باتوں پر چلتی ہے
offer-left = فی الحال نکالا گیا
offer-money = رقم
offer-decides = فیصلہ کون کرتا ہے، اور کب تک
offer-complain = شکایت کیسے کریں
offer-versions = نسخے ساتھ ساتھ
offer-noticed = ہم نے کیا دیکھا
offer-about = اس پیشکش اور اس کے صفحوں کے بارے میں
offer-no-contact = یہاں کسی کا نام نہیں دیا گیا۔ کونسل میں kinship team سے بات کرنے کو کہیں۔
offer-where-you-live = جہاں آپ رہتے ہیں
offer-district = اپنا ضلع (district) ڈھونڈیں۔ اس کا نام آپ کے کونسل ٹیکس کے بل پر لکھا ہوتا ہے۔
offer-districts-read = کونسل کے صفحے پر ضلعوں کی فہرست نہیں ہے۔ یہ ہماری اپنی سمجھ ہے۔ اگر نمبر دوسرا نکلے تو کوئی حرج نہیں: کہیں کہ آپ کی بات صحیح جگہ ملا دیں۔
offer-parts = پیشکش کے حصے
offer-own-order = کونسل کی اپنی ترتیب میں۔
offer-own-order-unseen = کونسل کی اپنی ترتیب میں۔ جو حصے ہم نے نہیں دیکھے ان کا نام دیا گیا ہے، تاکہ آپ کو معلوم ہو کہ وہ موجود ہیں۔
offer-part = حصہ { $part }
offer-some-parts = حصے { $part } سے { $last } تک
offer-services = خدمات
offer-more-services = مزید خدمات
offer-money-here = یہاں جس رقم کا ذکر ہے: { $payments }۔
offer-again = { $link }{ $service }{ $end } (اوپر بتایا گیا)
offer-left-why = جس بات کی کسی نے وقت پر تصدیق نہیں کی، کونسل اسے نکال دیتی ہے۔ ہو سکتا ہے وہ اب بھی موجود ہو۔
offer-payments = ادائیگیاں اور پالیسیاں
offer-body-decides = اس کا فیصلہ کرتا ہے: { $what }۔
offer-law-says = قانون اس کے بارے میں کیا کہتا ہے
offer-teams = جن ٹیموں اور تنظیموں کا نام آیا
offer-complain-not-said = اس کے بارے میں یہاں کچھ نہیں کہا گیا۔ اس کا مطلب یہ نہیں کہ آپ شکایت نہیں کر سکتے: { $link }شکایت کا خط{ $end }۔
offer-complain-for = کس بات کے لیے: { $about }۔
offer-council-page = کونسل کا صفحہ
offer-version = نسخہ { $number }
offer-newest = { $version } سب سے نیا ہے جو ہم نے دیکھا
offer-fairness = وہ باتیں جو قانونی حیثیت پر یا سرکاری نگہداشت میں گزرے وقت پر منحصر ہیں
offer-fairness-why = یہاں ایک جیسی ضرورت والے دو خاندانوں کو دو الگ جواب مل سکتے ہیں۔
offer-fair-by-law = { $link }{ $service }{ $end }: ملک کا قانون اسے قانونی حیثیت سے جوڑتا ہے۔
offer-fair-own = { $link }{ $service }{ $end }: ملک کا قانون اس سے وسیع ہے۔ یہ حد کونسل کی اپنی ہے۔
offer-checks = یہ پیشکش قانون اور سرکاری ہدایات کے مقابلے میں کیسی ہے
offer-must-hold = پیشکش میں کیا ہونا لازم ہے
offer-compare = یہی خاندان ہر کونسل میں
offer-calendar = { $link }تمام تاریخیں کیلنڈر فائل کے طور پر{ $end }۔ آپ کے کیلنڈر میں جو ہے وہ دوسرے دیکھ سکتے ہیں۔
offer-data = یہ خدمات کھلے ڈیٹا کے طور پر
offer-happened = کیا ہوا
offer-no-date = کوئی تاریخ نہیں
offer-pages = وہ صفحے جن سے یہ پڑھا گیا
offer-page-version = { $page }، نسخہ { $number }
offer-page-read = { $day } کو پڑھا گیا: { $extent }۔
offer-page-read-undated = پڑھنے کی تاریخ نہیں: { $extent }۔
offer-page-whole = پورا
offer-page-start = اس کا شروع
offer-page-contents = صرف سرخیاں
offer-page-reported = صرف وہ جو دوسرے اس کے بارے میں بتاتے ہیں
offer-principle = اصول
offer-aim = مقصد
offer-strapline = ہر حصے پر
offer-meaning = معنی
offer-on-law = قانون کے بارے میں

remark-defect = درست کرنا ہے
remark-gap = کمی ہے
remark-change = تحریریں الگ ہیں
remark-good = اچھا
remark-shared = دوسری کونسلوں کے ساتھ مشترک

# ایک خدمت یا ادائیگی۔

thing-from = یہاں سے:
thing-ask = پوچھیں: { $who }۔
thing-note = دھیان دیں: { $link }{ $remark }{ $end }۔
thing-earlier = یہ صفحے کے ایک پرانے نسخے پر تھا۔ موجودہ نسخے پر ہمیں یہ نہیں ملا۔
thing-who = یہ کس کے لیے ہے۔
thing-discretion = الگ فیصلہ کرنے کی گنجائش۔
thing-lines = یہ کس کے لیے ہے، سطر بہ سطر
thing-otherwise = باقی ہر صورت میں۔
thing-settled-by = یہ طے کرتا ہے: { $who }
thing-next = اگلی بار: { $date }
thing-next-hours = اگلی بار: { $date }، { $hours }
thing-next-unless = اگلی بار: { $date }، اگر اس دن سرکاری چھٹی نہ ہو
thing-next-hours-unless = اگلی بار: { $date }، { $hours }، اگر اس دن سرکاری چھٹی نہ ہو
thing-hours = { $from } سے { $to } تک
thing-calendar = اسے میرے کیلنڈر میں ڈالیں
thing-national-part = یہ پورے ملک میں ملنے والی مدد کا حصہ ہے: { $link }{ $support }{ $end }۔
thing-national-left = ملک کا قانون یہ کونسل پر چھوڑتا ہے: { $link }{ $support }{ $end }۔
thing-right = صفحہ ہاں کہتا ہے
thing-may = کونسل دے سکتی ہے
thing-no = صفحہ نہیں کہتا ہے
thing-depends = پہلے کسی کو دیکھنا ہو گا
thing-unclear = صفحہ یہ نہیں بتاتا
thing-duty = قانون اس سے یہ مانگتا ہے
thing-power = قانون اسے اجازت دیتا ہے
thing-choice = یہ اس کی اپنی مرضی ہے

condition-all = یہ سب باتیں:
condition-any = ان میں سے کم از کم ایک:
condition-none = ان میں سے کوئی نہیں:

# جو موجود نہیں، اور جو نکالا گیا۔

absent-own = بتایا نہیں گیا۔
absent-not-stated = صفحہ یہ نہیں بتاتا۔
absent-not-seen = ہم نے صفحے کا یہ حصہ نہیں دیکھا۔
absent-none = صفحہ کہتا ہے کہ ایسا کچھ نہیں ہے۔
silent-none = کوئی نہیں۔
silent-own = بتایا نہیں گیا: { $what }۔
silent-not-stated = صفحہ یہ نہیں بتاتا: { $what }۔
silent-not-seen = ہم نے یہ نہیں دیکھا: { $what }۔
left-out = ہم نے اسے { $day } کو نکال دیا کیونکہ کسی نے اس کی تصدیق نہیں کی۔ پوچھیں: { $who }، { $way }۔
left-out-amount = ہم نے رقم { $day } کو نکال دی کیونکہ کسی نے اس کی تصدیق نہیں کی۔ پوچھیں: { $who }، { $way }۔
left-out-council = ہم نے اسے { $day } کو نکال دیا کیونکہ کسی نے اس کی تصدیق نہیں کی۔ { $council } سے پوچھیں، اور بتائیں کہ آپ رشتہ دار نگہبان ہیں۔
left-out-amount-council = ہم نے رقم { $day } کو نکال دی کیونکہ کسی نے اس کی تصدیق نہیں کی۔ { $council } سے پوچھیں، اور بتائیں کہ آپ رشتہ دار نگہبان ہیں۔
left-contact = { $name } (نکالا گیا)
left-services = { $many ->
    [one] 1 خدمت نکال دی گئی کیونکہ کسی نے اس کی تصدیق نہیں کی۔ ہو سکتا ہے یہاں لکھی ہوئی مدد سے زیادہ مدد اب بھی موجود ہو۔
   *[other] { $many } خدمات نکال دی گئیں کیونکہ کسی نے ان کی تصدیق نہیں کی۔ ہو سکتا ہے یہاں لکھی ہوئی مدد سے زیادہ مدد اب بھی موجود ہو۔
  }
left-services-ask = { $many ->
    [one] 1 خدمت نکال دی گئی کیونکہ کسی نے اس کی تصدیق نہیں کی۔ ہو سکتا ہے یہاں لکھی ہوئی مدد سے زیادہ مدد اب بھی موجود ہو۔ پوچھیں: { $who }، { $way }۔
   *[other] { $many } خدمات نکال دی گئیں کیونکہ کسی نے ان کی تصدیق نہیں کی۔ ہو سکتا ہے یہاں لکھی ہوئی مدد سے زیادہ مدد اب بھی موجود ہو۔ پوچھیں: { $who }، { $way }۔
  }

# کسی تک کیسے پہنچیں۔

reach-phone = فون
reach-email = ای میل
reach-post = ڈاک
reach-website = ویب سائٹ
reach-page = ان کا صفحہ

# پیشکش کسی چیز کے بارے میں کیا بتاتی ہے۔

label-hours = اوقات
label-area = علاقہ
label-answers = کون جواب دیتا ہے
label-languages = زبانیں
label-safe-contact = آپ سے محفوظ طریقے سے رابطہ
label-last-tried = آخری بار کب آزمایا گیا
label-reports-to = کس کے ماتحت ہے
label-members = اس میں کون بیٹھتا ہے
label-meets = یہ کتنی بار ملتا ہے
label-told = آپ کو کیسے بتایا جاتا ہے
label-think-again = اسے دوبارہ غور کرنے کو کیسے کہیں
label-starts = کب شروع ہوتا ہے
label-length = کتنی دیر
label-otherwise = ورنہ
label-must-act = کس پر عمل کرنا لازم ہے
label-if-not = اگر وہ نہ کریں
label-say = کیا کہنا ہے
label-not-for = یہ کس بات کے لیے نہیں
label-someone-else = اگر آپ کسی اور کی طرف سے شکایت کریں
label-gives = کون دیتا ہے
label-reach = اس تک کیسے پہنچیں
label-ready = کیا تیار رکھیں
label-often = کتنی بار
label-when = کب
label-cost = اس پر کتنا خرچ آتا ہے
label-worth = اس سے کتنا ملتا ہے
label-given = یہ کیسے دی جاتی ہے
label-where = کہاں
label-places = کتنی جگہیں ہیں
label-welcomes = سب سے بڑھ کر ان کے لیے
label-access = رسائی
label-from = اس دن سے
label-until = اس دن تک
label-why = کونسل یہ کیوں کرتی ہے
label-kind = قسم
label-stands = یہ کس مرحلے میں ہے
label-made-under = کس کے تحت بنا
label-amount = کتنی رقم
label-by-age = عمر کے حساب سے
label-year = کس سال کے لیے
label-period = کتنے عرصے کے لیے
label-taken-off = کیا کاٹا جاتا ہے
label-means-test = آمدنی کی جانچ
label-counts = جانچ میں کیا گنا جاتا ہے
label-review = نظرِ ثانی
label-send = کیا بھیجنا ہے
label-conditions = شرطیں
label-asked-back = جو رقم واپس مانگی جائے
label-stops = یہ کب رکتی ہے
label-had-before = جنہیں یہ پہلے سے ملتی تھی ان کے لیے
label-before-after = ایک دن سے پہلے اور بعد
label-decides = فیصلہ کون کرتا ہے
label-status = حیثیت
label-layout = ترتیب
label-formats = شکلیں
label-edition = ایڈیشن
label-approved-by = کس نے منظور کیا
label-approved-on = کب منظور ہوا
label-lead = اس کا جواب دہ کون ہے
label-last-review = پچھلی نظرِ ثانی
label-next-review = اگلی نظرِ ثانی
label-addresses = یہ جن پتوں پر رہا ہے
layout-need = خاندان کی ضرورت کے حساب سے
layout-order = قانونی حکم کے حساب سے
age-band = { $ages }: { $amount }

# پڑھنے والے پیشکش کے بارے میں کیا کہتے ہیں۔

feedback-back = پیشکش پر واپس
feedback-thanks = شکریہ۔ آپ کی بات کونسل تک پہنچ گئی ہے۔
feedback-within = اس کا ارادہ ہے کہ { $days } کام کے دنوں میں جواب دے۔ جواب اسی صفحے پر ہو گا۔
feedback-title = اس پیشکش کے بارے میں کچھ کہیں
feedback-lead = کیا کچھ غلط ہے، کم ہے، یا سمجھنے میں مشکل ہے؟ { $council } کو بتائیں۔ آپ کو یہ بتانے کی ضرورت نہیں کہ آپ کون ہیں۔
feedback-words = آپ کی بات
feedback-hint = براہِ کرم کسی کا نام نہ لکھیں، اور کوئی ایسی بات نہ لکھیں جس سے کوئی بچہ پہچانا جا سکے۔ یہ مدد مانگنے کا طریقہ نہیں: اس کے لیے { $link }کونسل کو فون کریں{ $end }۔
feedback-send = بھیجیں
feedback-answered = آپ نے کہا، ہم نے کیا
feedback-none = یہاں ابھی کسی بات کا جواب نہیں دیا گیا۔
feedback-waiting = { $many ->
    [one] 1 بات جواب کے انتظار میں ہے۔
   *[other] { $many } باتیں جواب کے انتظار میں ہیں۔
  }
feedback-said = آپ نے کہا:
feedback-answer = کونسل جواب دیتی ہے:
feedback-empty = لکھیں کہ آپ کیا کہنا چاہتے ہیں
feedback-long = یہ بہت لمبا ہے۔ زیادہ سے زیادہ 2,000 حروف لکھیں
feedback-often = اس وقت بہت سے لوگ لکھ رہے ہیں۔ آپ کے الفاظ اب بھی یہاں ہیں۔ پندرہ منٹ بعد انہیں دوبارہ بھیجیں

# بچوں اور نوجوانوں کے لیے کیا ہے، اور اسکولوں اور کلینکوں کے لیے معلومات۔

local-young-lead = آپ اپنے خاندان یا دوستوں کے ساتھ رہتے ہیں، امی یا ابو کے ساتھ نہیں۔ یہاں لکھا ہے کہ ایسا کیوں ہے، جہاں آپ رہتے ہیں وہاں کون مدد کرتا ہے، اور آپ کیا مانگ سکتے ہیں۔
local-young-grown-ups = بڑوں کے لیے صفحہ
local-young-about = خانوں میں { $council } کے بارے میں لکھا ہے۔
local-young-about-read = خانوں میں { $council } کے بارے میں لکھا ہے۔ ہم نے یہ اس کے ویب صفحوں پر پڑھا۔ اگر کوئی نمبر نہ چلے تو کسی ایسے بڑے سے پوچھیں جس پر آپ کو بھروسا ہو۔
local-young-not-held = { $council } کا صفحہ ابھی ہمارے پاس نہیں ہے۔ اس لیے ہم بتاتے ہیں کہ کس سے پوچھیں۔
local-young-questions = سوال کہ آپ کو کیا مل سکتا ہے
local-young-notice = بڑوں کے لیے: { $notice }
pack-tab = معلومات
pack-packs = معلومات کی فہرست
pack-schools = اسکولوں کے لیے
pack-surgeries = جی پی کلینکوں کے لیے
pack-lead = یہ معلومات کوئی بھی چھاپ کر آگے دے سکتا ہے۔ اس میں کسی خاندان کی کوئی بات نہیں۔ ایک بچے کے بارے میں صفحے کے لیے پہلے { $questions }چند سوالوں کے جواب دیں{ $end }۔ پھر { $sheet }اسکول کے لیے صفحہ{ $end } چنیں۔
pack-lead-gp = یہ معلومات کوئی بھی چھاپ کر آگے دے سکتا ہے۔ اس میں کسی خاندان کی کوئی بات نہیں۔ ایک بچے کے بارے میں صفحے کے لیے پہلے { $questions }چند سوالوں کے جواب دیں{ $end }۔ پھر { $sheet }جی پی کے لیے صفحہ{ $end } چنیں۔
pack-the-pack = معلومات
pack-letter = وہ خط جس سے ماں یا باپ نگہبان کو فیصلے کرنے دیتے ہیں
