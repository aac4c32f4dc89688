# ایک نتیجہ: کیا نکلتا ہے، کیوں، کس بات پر قائم ہے، اور آگے کیا کرنا ہے۔

detail-tab = ایک نتیجہ
detail-settles = یہ کس سے طے ہوتا ہے:
detail-worth = اس سے کتنا ملتا ہے
detail-settle = یہ کس بات سے طے ہو گا
detail-decided = فیصلہ کرنے والا: { $who }
detail-maybe = یہ آخر میں کیا نکل سکتا ہے
detail-write = لکھ کر مانگیں
detail-council-says = { $council } اس کے بارے میں کیا کہتی ہے
detail-why = ہم یہ کیوں کہتے ہیں
detail-general = یہ عام قاعدہ ہے۔ جو آپ نے بتایا اس پر اس کی کوئی رعایت یا استثنا لاگو نہیں ہوتا۔
detail-nothing = ابھی تک کسی بات سے اس کا فیصلہ نہیں ہوا۔
detail-from = جو آپ نے ہمیں بتایا اس سے:
detail-how = ہم نے یہ کیسے نکالا
detail-would-change = ان باتوں سے جواب بدل جاتا، مگر جو آپ نے بتایا اس کے مطابق یہ درست نہیں:
detail-would-have = ان باتوں کا درست ہونا ضروری تھا، مگر جو آپ نے بتایا اس کے مطابق یہ درست نہیں:
detail-not-right = کچھ ٹھیک نہیں؟ { $link }اپنے جواب بدلیں{ $end }۔
detail-sources = یہ کہاں سے آیا ہے
detail-checked = آخری بار جانچا گیا: { $checked }۔
detail-whole = پورا قاعدہ دیکھیں
detail-council = آپ کی کونسل { $link }{ $council }{ $end } ہے۔

asks-who = فیصلہ کون کرتا ہے یا کون دیتا ہے
asks-how = کیسے مانگیں
asks-ready = کیا تیار رکھیں
asks-refused = اگر وہ انکار کریں

missing-settles = یہ اس سے طے ہو گا:

cites-source = ماخذ:
cites-more = اور { $many } مزید

sure-seen = ہم نے یہ ماخذ میں پڑھا
sure-excerpt = ہم نے ماخذ کا یہ حصہ پڑھا
sure-second-hand = ہمیں یہ کسی اور کے ذریعے معلوم ہوا
sure-computed = ہم نے یہ ایک ایسے قاعدے سے نکالا جو ہم نے پڑھا
sure-memory = یادداشت سے، ابھی جانچا نہیں
sure-unsure = طے نہیں

doubt-second-hand = کسی اور کے ذریعے
doubt-computed = نکالا ہوا
doubt-memory = ابھی جانچا نہیں
doubt-unsure = طے نہیں
