# ای میل سے خبریں: انہیں مانگنا، کیا چنا جا سکتا ہے، اور کسی کا اپنا لنک کیا کھولتا ہے۔

updates-title-wrong = غلطی: ای میل سے خبریں
updates-lead = کیا کوئی کونسل اپنی دی ہوئی مدد میں کچھ بدلتی ہے؟ کیا کسی خیراتی ادارے کی کوئی خبر ہے؟ ہم آپ کو ای میل سے بتا سکتے ہیں۔
updates-host = آپ کس کی خبریں چاہتے ہیں؟
updates-host-choose = کونسل یا خیراتی ادارہ چنیں
updates-host-wrong = وہ کونسل یا خیراتی ادارہ چنیں جس کی خبریں آپ چاہتے ہیں
updates-topics = آپ کس بارے میں جاننا چاہتے ہیں؟
updates-topics-all = وہ سب مدد جو دی جاتی ہے
updates-topics-wrong = چنیں کہ آپ کس بارے میں جاننا چاہتے ہیں
updates-arrangement = بچہ آپ کے ساتھ کس طرح رہتا ہے؟
updates-arrangement-hint = بتانا ضروری نہیں۔ اگر آپ بتائیں تو ہم وہ چھوڑ دیتے ہیں جو آپ کے لیے نہیں۔
updates-arrangement-none = میں بتانا نہیں چاہتا / چاہتی
updates-pace = کتنی بار؟
updates-pace-at-once = جیسے ہی کچھ بدلے
updates-pace-monthly = مہینے میں ایک بار، اگر کچھ بدلا ہو
updates-email = آپ کا ای میل پتا
updates-email-hint = کیا کوئی اور آپ کی ای میل پڑھ سکتا ہے؟ تو پہلے سوچیں کہ کیا یہ آپ کے لیے محفوظ ہے۔ ہماری ای میل میں ”local offer“ اور کونسل کا نام لکھا ہوتا ہے۔
updates-email-wrong = ای میل پتا لکھیں، جیسے name@example.org
updates-busy = ابھی بہت لوگ مانگ رہے ہیں۔ یہ پندرہ منٹ بعد دوبارہ بھیجیں
updates-ask = خبریں مانگیں
updates-address = ہم آپ کے پتے کا کیا کرتے ہیں
updates-address-how = ہم اسے تالے میں رکھتے ہیں، اور صرف ان ای میلوں کے لیے استعمال کرتے ہیں۔ ہم یہ نہیں گنتے کہ کون انہیں کھولتا ہے۔ ہر ای میل میں انہیں روکنے کا لنک ہوتا ہے۔ جب آپ روک دیں تو ہم آپ کا پتا بھول جاتے ہیں۔
updates-feed = کیا آپ پتا نہیں دینا چاہتے؟
updates-feed-of = { $link }{ $host } کی یہی خبریں فیڈ (feed) کی شکل میں{ $end }، فیڈ ریڈر کے لیے۔
updates-feed-how = یہی خبریں فیڈ (feed) کی شکل میں بھی پڑھی جا سکتی ہیں۔ چنیں کہ آپ کس کی خبریں چاہتے ہیں، اور اپنے فیڈ ریڈر میں { $address } شامل کریں۔ NAME وہ نام ہے جو کونسل کا یہاں کے پتوں میں ہے، جیسے { $example }۔
updates-none = یہاں ای میل سے خبریں نہیں ملتیں
updates-none-how = یہ سائٹ ای میل نہیں بھیج سکتی۔ کونسلیں جو بدلتی ہیں وہ آپ فیڈ (feed) کی شکل میں دیکھ سکتے ہیں۔
updates-none-feed = کونسلوں نے کیا بدلا ہے

updates-sent = اپنی ای میل دیکھیں
updates-sent-open = ہم نے آپ کو { $host } کی خبروں کے بارے میں ایک ای میل بھیجی ہے۔ اسے کھولیں اور اس میں بٹن دبائیں۔
updates-sent-junk = جب تک آپ ایسا نہ کریں، اور کچھ نہیں بھیجا جاتا۔ اگر چند منٹ میں نہ آئے تو اپنے junk فولڈر میں دیکھیں۔

updates-confirm-tab = اپنی خبروں کی تصدیق کریں
updates-confirm = کیا آپ یہ خبریں چاہتے ہیں؟
updates-confirm-what = { $host } کی طرف سے ای میل سے خبریں، ان باتوں پر: { $topics }۔
updates-confirm-yes = جی ہاں، مجھے خبریں بھیجیں
updates-whole = وہ سب مدد جو دی جاتی ہے
updates-confirmed = آپ کو خبریں ملیں گی
updates-confirmed-when = جب { $host } میں کچھ بدلتا ہے تو ہم آپ کو لکھتے ہیں۔
updates-confirmed-links = ہر ای میل میں ایک لنک ہوتا ہے جس سے آپ اپنی پسند بدل سکتے ہیں، اور ایک جس سے انہیں روک سکتے ہیں۔
updates-confirmed-mine = میری خبریں دیکھیں یا بدلیں

updates-mine = آپ کی خبریں
updates-mine-wrong = غلطی: آپ کی خبریں
updates-mine-lead = { $host } کی طرف سے آپ کو کن باتوں کی خبر ملتی ہے۔
updates-mine-kept = آپ کی پسند محفوظ ہو گئی۔
updates-mine-keep = میری پسند محفوظ کریں
updates-mine-end = اب ای میل نہیں چاہیے

updates-stop-tab = اپنی خبریں روکیں
updates-stop = کیا یہ ای میل روک دیں؟
updates-stop-what = پھر ہم آپ کو { $host } کی خبریں نہیں بھیجیں گے، اور آپ کا پتا بھول جائیں گے۔
updates-stop-do = یہ ای میل روک دیں
updates-stop-change = اس کے بجائے وہ بدلیں جس کی مجھے خبر ملتی ہے
updates-stopped-tab = آپ کی خبریں رک گئی ہیں
updates-stopped = اب آپ کو یہ ای میل نہیں آئیں گی
updates-stopped-how = ہم آپ کا پتا بھول چکے ہیں۔ جو ای میل پہلے ہی راستے میں تھی وہ شاید پھر بھی آ جائے۔
updates-stopped-again = خبریں دوبارہ مانگیں
