# وہ الفاظ جو کئی فہرستوں میں آتے ہیں: کیا چنا جا سکتا ہے، کوئی جگہ کتنی دور ہے، کیا نہیں بتایا گیا۔

hours = { $from } سے { $to } تک
miles = { $many ->
    [0] ایک میل سے کم
    [1] تقریباً ایک میل
   *[other] تقریباً { $many } میل
  }

filter-look = دیکھیں
filter-more = مزید چنیں
filter-way = آن لائن یا آمنے سامنے؟
filter-way-any = کسی بھی طرح
filter-whom = سب سے بڑھ کر کن کے لیے؟
filter-anybody = کوئی بھی
filter-may-fit = شاید یہ بھی آپ کے کام کے ہوں
filter-silent = آپ نے جو مانگا اس میں سے کوئی بات نہیں بتائی گئی۔ اس کا مطلب ”نہیں“ نہیں ہے۔ ان سے پوچھیں۔

stated-far = کتنی دور
stated-above-all = سب سے بڑھ کر ان کے لیے
stated-cost = خرچ

way-face = آمنے سامنے
way-online = آن لائن
way-both = آمنے سامنے، یا آن لائن

welcome-men = مرد
welcome-grandparents = دادا دادی اور نانا نانی
welcome-younger-carers = کم عمر نگہبان
welcome-siblings = بہن بھائی
welcome-new-carers = نئے نگہبان
welcome-black-and-asian = سیاہ فام اور ایشیائی خاندان
welcome-lgbt = ایل جی بی ٹی (LGBT+) نگہبان
welcome-disabled-children = معذور بچوں کے نگہبان
welcome-children = بچے اور نوجوان

venue-step-free = اندر جانے کے لیے سیڑھیاں نہیں
venue-hearing-loop = سماعت میں مدد کا آلہ (hearing loop)
venue-interpreter = ترجمان
venue-sign = اشاروں کی زبان
venue-easy-read = آسان پڑھائی (Easy read)
venue-childcare = بچوں کو سنبھالنے کے لیے کوئی
venue-transport = وہاں پہنچنے میں مدد
venue-quiet = خاموش کمرہ یا وقت

postcode-hint-half = پورے پوسٹ کوڈ کے دوسرے حصے میں ایک ہندسہ اور دو حروف ہوتے ہیں، جیسے SW1A 1AA میں 1AA۔
postcode-hint-malformed = برطانیہ کا پورا پوسٹ کوڈ لکھیں، پانچ سے سات حروف اور ہندسے، جیسے M1 1AE یا SW1A 1AA۔
postcode-hint-meant = کیا آپ کا مطلب { $postcode } تھا؟
postcode-hint-unknown = دیکھ لیں کہ لکھنے میں غلطی تو نہیں۔ اگر یہ درست ہے تو اپنی کونسل نام سے چن لیں۔
postcode-hint-nowhere = ہم نہیں بتا سکتے کہ یہ پوسٹ کوڈ انگلینڈ میں کہاں ہے۔
