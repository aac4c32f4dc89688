# ہر صفحے کے گرد کے الفاظ۔

frame-exit = یہ صفحہ چھوڑیں
frame-skip = سیدھا اصل حصے پر جائیں
frame-menu = اصل مینو
frame-find = مدد تلاش کریں
frame-councils = کونسلیں
frame-law = قانون
frame-desk = آپ کا ڈیسک
frame-cases = کیس
frame-account = آپ کا اکاؤنٹ
frame-sign-out = سائن آؤٹ
frame-services = آپ کے قریب مدد
frame-workshops = ورکشاپس
frame-groups = گروپ
frame-advisers = مشیر سے بات کریں
frame-updates = ای میل سے خبریں
frame-about = Kith کے بارے میں
frame-privacy = آپ کی رازداری
frame-safety = محفوظ رہنا
frame-accessibility = یہ سائٹ اپنے طریقے سے استعمال کریں
frame-easy = آسان الفاظ اور تصویریں
frame-glossary = الفاظ کے معنی
frame-data = کھلا ڈیٹا
frame-publish = کونسلوں کے لیے: سائن اِن
frame-advice = Kith صرف معلومات دیتا ہے، یہ قانونی مشورہ نہیں۔ کسی سے بات کرنے کے لیے: Kinship مشورہ لائن { $kinship } (انگلینڈ اور ویلز)، یا Family Rights Group { $rights }۔
frame-hurry = جلدی میں ہیں؟ ”یہ صفحہ چھوڑیں“ دبانے سے آپ کے جواب مٹ جاتے ہیں۔
frame-keys = آپ Shift کا بٹن تین بار بھی دبا سکتے ہیں۔
frame-back = واپس
frame-error = غلطی
frame-problem = ایک مسئلہ ہے
frame-expired = آپ کے جواب مٹا دیے گئے ہیں۔
frame-expired-why = یہاں 30 منٹ تک کچھ نہیں ہوا، اس لیے ہم نے حفاظت کی خاطر جواب مٹا دیے۔ آپ دوبارہ شروع کر سکتے ہیں۔
date = { $day } { $month ->
    [1] جنوری
    [2] فروری
    [3] مارچ
    [4] اپریل
    [5] مئی
    [6] جون
    [7] جولائی
    [8] اگست
    [9] ستمبر
    [10] اکتوبر
    [11] نومبر
   *[12] دسمبر
  } { $year }
weekday = { $name ->
    [1] پیر
    [2] منگل
    [3] بدھ
    [4] جمعرات
    [5] جمعہ
    [6] ہفتہ
   *[7] اتوار
  } { $date }

# صفحے پر کتنا بھروسا کیا جا سکتا ہے۔

language-draft = یہ ترجمہ ابھی مسودہ ہے۔ کسی شخص نے اسے ابھی نہیں جانچا۔ ساتھ لکھی ہوئی انگریزی ہی معتبر ہے۔
language-only-english = یہ صفحہ ابھی آپ کی زبان میں نہیں ہے۔ یہ انگریزی میں ہے۔ آپ کسی بھروسے کے آدمی سے کہہ سکتے ہیں کہ آپ کے ساتھ پڑھے۔
