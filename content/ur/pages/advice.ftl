# مشیر سے بات کرنا: فون لائنیں، لکھ کر پوچھا گیا سوال، اور سب کے لیے جواب۔

advice-lead = یہ لوگ مفت مشورہ دیتے ہیں۔ آپ اپنا نام بتائے بغیر پوچھ سکتے ہیں۔
advice-now = کھلا ہے یا بند، یہ { $weekday }، { $day }، { $time } کے مطابق ہے۔ اگر کوئی بچہ اس وقت خطرے میں ہے تو { $phone } پر فون کریں۔
advice-ask = لکھ کر سوال پوچھیں
advice-read = اپنے سوال کا جواب پڑھیں
advice-common = عام سوالوں کے جواب
advice-groups = آپ کے قریب گروپ
advice-national = پورے ملک کے لیے فون لائنیں
advice-local = کونسلوں اور خیراتی اداروں کی فون لائنیں
advice-no-team = ابھی کوئی ٹیم اس سائٹ کے ذریعے سوال نہیں لیتی۔ اوپر کی کسی لائن پر فون کریں، یا { $link }اپنی کونسل سے پوچھیں{ $end }۔
advice-team = { $team } سے پوچھیں
advice-team-within = { $host }۔ یہ { $within ->
    [one] { $within } کام کے دن
   *[other] { $within } کام کے دنوں
  } کے اندر جواب دینے کا ارادہ رکھتی ہے۔
advice-helps = کس میں مدد کر سکتے ہیں
advice-cannot = کس میں مدد نہیں کر سکتے
advice-not-stated = بتایا نہیں گیا
advice-text = { $number } پر ٹیکسٹ پیغام بھیجیں
advice-chat = ویب چیٹ
advice-form = انہیں لکھیں
advice-source = ان کا صفحہ
advice-checked = { $sure }۔ { $day } کو جانچا گیا
advice-said-so = { $who } نے خود { $day } کو یہ بتایا
advice-when = کب
advice-hours = { $first } سے { $last } تک، { $from } سے { $to } تک
advice-hours-one-day = { $first }، { $from } سے { $to } تک
advice-holidays-shut = سرکاری چھٹیوں میں بند
advice-holidays-open = سرکاری چھٹیوں میں بھی کھلا
advice-holidays-not-stated = سرکاری چھٹیوں کے بارے میں نہیں بتایا گیا
advice-nations = کہاں کے لوگوں کے لیے
advice-text-phone = ٹیکسٹ فون
advice-languages = زبانیں
advice-cost = فون کرنے کا خرچ

open-now = ابھی کھلا ہے، { $time } تک
open-not = ابھی بند ہے
open-not-until = ابھی بند ہے۔ { $opens } پھر کھلے گا
open-holiday = آج سرکاری چھٹی ہے۔ وہ نہیں بتاتے کہ کھلے ہیں یا نہیں
open-holiday-until = آج سرکاری چھٹی ہے۔ وہ نہیں بتاتے کہ کھلے ہیں یا نہیں۔ { $opens } پھر کھلے گا
open-not-stated = کھلنے کے اوقات نہیں بتائے گئے
opens-today = آج { $time }
opens-tomorrow = کل { $time }
opens-on = { $weekday } کو { $time }
opens-later = { $weekday } { $day } کو { $time }
opens-maybe = { $opens } (اگر اس دن سرکاری چھٹی نہ ہو)

common-title = عام سوال
common-lead = وہ جواب جو مشیروں نے سب کے لیے لکھے۔ ہر جواب بتاتا ہے کہ کسی نے اسے آخری بار کب پورا پڑھا۔
common-none = ابھی کوئی نہیں ہے۔
common-none-ask = مشیر سے پوچھیں
common-stale = ہو سکتا ہے یہ پرانا ہو چکا ہو۔
common-stale-why = اسے { $day } تک دوبارہ پڑھا جانا تھا، اور کسی نے نہیں پڑھا۔ اس پر بھروسا کرنے سے پہلے پوچھ لیں۔
common-read = { $day } کو پورا پڑھا گیا
common-next = اگلی بار { $day } تک

ask-title = سوال پوچھیں
ask-none = { $host } ابھی اس سائٹ کے ذریعے سوال نہیں لیتا۔
ask-none-call = دیکھیں کہ آپ کس کو فون کر سکتے ہیں
ask-lead = { $team } کا ارادہ ہے کہ { $within ->
    [one] { $within } کام کے دن
   *[other] { $within } کام کے دنوں
  } کے اندر جواب دے۔ آپ کو کسی اکاؤنٹ کی ضرورت نہیں۔
ask-lead-by = { $team } کا ارادہ ہے کہ { $within ->
    [one] { $within } کام کے دن
   *[other] { $within } کام کے دنوں
  } کے اندر جواب دے، یعنی { $day } تک۔ آپ کو کسی اکاؤنٹ کی ضرورت نہیں۔
ask-helps = وہ ان باتوں میں مدد کر سکتے ہیں: { $list }۔
ask-cannot = وہ ان باتوں میں مدد نہیں کر سکتے: { $list }۔
ask-danger = یہ اس وقت کے لیے نہیں جب کوئی خطرے میں ہو۔ تب { $phone } پر فون کریں۔ اگر لگے کہ کسی بچے کو تکلیف پہنچائی جا رہی ہے تو مشیر پر لازم ہے کہ کچھ کرے۔
ask-words = آپ کا سوال
ask-words-hint = ہو سکے تو کسی کا نام نہ لیں۔ ”بچہ“ اور ”ماں“ یا ”باپ“ لکھیں۔
ask-nation = آپ کہاں رہتے ہیں؟
ask-nation-hint = قانون ہر جگہ ایک جیسا نہیں۔
ask-name = ہم آپ کو کس نام سے بلائیں؟
ask-name-hint = ضروری نہیں کہ یہ آپ کا اصل نام ہو۔
ask-reach = ہم آپ تک کیسے پہنچیں؟
ask-reach-how = آپ یہ سب خالی چھوڑ سکتے ہیں۔ تب کوئی نہ لکھے گا نہ فون کرے گا۔ آپ جواب یہیں پڑھتے ہیں، ایک حوالہ نمبر اور ایک کوڈ کے ساتھ۔
ask-ways = کون سے طریقے محفوظ ہیں؟
ask-ways-hint = ہر وہ طریقہ چنیں جو محفوظ ہو۔
ask-way-post = خط سے
ask-way-email = ای میل سے
ask-way-text = ٹیکسٹ پیغام سے
ask-way-phone = فون کال سے
ask-way-voicemail = فون پر چھوڑے گئے پیغام سے
ask-way-page = اس سائٹ پر، کوڈ کے ساتھ
ask-email = ای میل
ask-email-hint = ہم صرف اتنا لکھتے ہیں کہ پڑھنے کے لیے کچھ ہے۔
ask-phone = فون
ask-address = خط کے لیے پتا
ask-times = کب محفوظ ہے؟
ask-times-hint = جیسے پیر سے جمعہ، دن 10 سے 2 بجے تک۔
ask-code-word = ایک لفظ جس سے آپ جان لیں کہ یہ واقعی ہم ہیں
ask-must-not = ہمیں کیا نہیں کرنا چاہیے؟
ask-must-not-hint = جیسے: پیغام نہ چھوڑیں؛ یہ نہ بتائیں کہ آپ کون ہیں۔
ask-send = میرا سوال بھیجیں
ask-who-reads = اسے صرف { $host } کے مشیر پڑھ سکتے ہیں۔ آپ اسے کسی بھی وقت مٹا سکتے ہیں۔ بند ہونے کے آدھے سال بعد یہ خود مٹ جاتا ہے۔
ask-busy = ابھی بہت لوگ پوچھ رہے ہیں۔ آپ کے لفظ یہیں ہیں۔ پندرہ منٹ بعد انہیں دوبارہ بھیجیں
ask-twice = یہ پہلے بھیجا جا چکا ہے، اور ٹیم کے پاس ہے۔ وہ کوڈ استعمال کریں جو آپ کو تب بتایا گیا تھا

ask-wrong-words = اپنا سوال لکھیں
ask-wrong-no-email = اپنا ای میل پتا دیں، یا ای میل نہ چنیں
ask-wrong-no-address = اپنا پتا دیں، یا خط نہ چنیں
ask-wrong-no-phone = اپنا فون نمبر دیں، یا فون نہ چنیں
ask-wrong-phone = فون نمبر ہندسوں اور خالی جگہوں کے ساتھ لکھیں، جیسے 0300 123 7015
ask-wrong-email = ای میل پتا لکھیں، جیسے name@example.org
ask-wrong-long = اسے چھوٹا کریں۔ اس میں { $many } حرف ہیں، اور زیادہ سے زیادہ { $most } آتے ہیں

asked-tab = بھیج دیا گیا
asked-title = آپ کا سوال بھیج دیا گیا
asked-lead = آپ کا سوال { $host } کے پاس ہے۔
asked-by = اس کا ارادہ ہے کہ { $day } تک جواب دے۔
asked-keep = یہ دونوں لکھ لیں اور کسی محفوظ جگہ رکھیں۔ ان دونوں سے آپ کسی بھی وقت جواب پڑھ سکتے ہیں۔
asked-reference = آپ کا حوالہ نمبر
asked-code = آپ کا کوڈ
asked-lost = کوڈ صرف یہیں دکھایا جاتا ہے۔ اگر یہ کھو جائے تو { $host } سے نیا کوڈ مانگیں۔ اگر آپ نے کوئی خفیہ لفظ دیا تھا تو وہ اسے پوچھیں گے۔

read-tab = سوال دیکھیں
read-wrong = یہ ٹھیک نہیں بیٹھا
read-wrong-why = حوالہ نمبر اور کوڈ آپس میں نہیں ملتے، یا سوال مٹا دیا گیا ہے۔ { $link }دونوں کو دوبارہ دیکھیں{ $end }۔ اگر کوڈ کھو گیا ہے تو اپنا سوال دوبارہ پوچھیں۔
read-reference-hint = یہ A سے شروع ہوتا ہے، جیسے A2345-ABCD۔
read-code-hint = چار چار حروف اور ہندسوں کے تین گروپ۔
read-open = کھولیں
read-closes = ان دونوں کے بغیر کوئی اور اسے نہیں کھول سکتا۔ صفحہ آدھے گھنٹے بعد خود بند ہو جاتا ہے، اور جب آپ ”یہ صفحہ چھوڑیں“ دبائیں۔
read-title = آپ کا سوال
read-by = { $host } کا ارادہ ہے کہ { $day } تک جواب دے۔
read-late = { $day } تک جواب کا وعدہ تھا۔ اس میں دیر ہو گئی ہے۔ آپ نے کچھ غلط نہیں کیا۔ آپ { $link }کسی کو فون{ $end } بھی کر سکتے ہیں۔
read-you = آپ
read-adviser = مشیر
read-rests = اس کی بنیاد:
read-advised = کیا مشورہ دیا گیا
read-summary = آپ کے دیے ہوئے جواب، اور ہمیں کیا ملا
read-closed = یہ سوال بند ہو چکا ہے۔
read-closed-ask = دوسرا سوال پوچھیں
read-write = دوبارہ لکھیں
read-send = بھیجیں
read-leave = یہ صفحہ بند کریں
read-erase = یہ سب مٹا دیں
read-erase-how = پھر اسے کوئی نہیں پڑھ سکتا، مشیر بھی نہیں۔ یہ واپس نہیں ہو سکتا۔
read-erase-do = ہمیشہ کے لیے مٹا دیں
read-refused-empty = پہلے کچھ لکھیں
read-refused-long = اسے چھوٹا کریں۔ زیادہ سے زیادہ 4,000 حرف آتے ہیں
read-refused-closed = یہ سوال بند ہو چکا ہے۔ نیا سوال پوچھیں
read-refused-full = یہ سوال بہت لمبا ہو گیا ہے۔ نیا سوال پوچھیں، یا فون کریں
read-refused-crossed = مشیر نے اسی وقت لکھا۔ پہلے وہ پڑھیں، پھر اپنا پیغام دوبارہ بھیجیں
