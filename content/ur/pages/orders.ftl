# وہی بچہ، دوسرا حکم: کیا مختلف ہوتا، ساتھ ساتھ۔

orders-tab = موازنہ
orders-lead = اگر بچہ کسی اور طرح آپ کے ساتھ رہتا تو کون سی مدد مختلف ہوتی؟ آپ کے اپنے جواب ویسے ہی رہتے ہیں۔
orders-money = رقم حکم لینے کی وجہ نہیں۔
orders-money-why = حکم بچے کی زندگی اور حفاظت کے بارے میں ہوتا ہے۔ اسے واپس کرنا مشکل ہو سکتا ہے۔ بچے کے لیے کیا بہتر ہے، اس کا فیصلہ عدالت کرتی ہے۔
orders-advice = کسی بات پر راضی ہونے سے پہلے کسی ایسے شخص سے قانونی مشورہ لیں جو کونسل کے لیے کام نہ کرتا ہو۔ Kinship مشورہ لائن: { $kinship }۔ Family Rights Group: { $rights }۔
orders-empty = { $strong }آپ نے ابھی ہمیں کچھ نہیں بتایا،{ $end } اس لیے بہت کچھ ابھی طے نہیں۔ ایسے جوابوں کے لیے جو آپ پر پورے آئیں، { $link }اپنے پوسٹ کوڈ سے شروع کریں{ $done }۔
orders-beside = جو صورت اب ہے اس کے ساتھ رکھیں
orders-compare = موازنہ کریں
orders-what = ہم کیا موازنہ کرتے ہیں
orders-looks-like = لگتا ہے کہ یہ ہے: { $what }
orders-taken = یہ دیکھنے کے لیے ہم نے یہ مان لیا:
orders-before = اب: { $what }
orders-not-answered = جواب نہیں دیا
orders-left-open = کھلا چھوڑا
orders-none = جہاں تک ہم آپ کے جوابوں سے بتا سکتے ہیں، کچھ مختلف نہیں ہوتا۔
orders-count = کیا مختلف ہوتا: { $many }
orders-leave-out = جو سب کے لیے ایک جیسا ہے وہ ہم چھوڑ دیتے ہیں۔ ”دے سکتے ہیں“ کا مطلب ہے کہ ان پر لازم ہے کہ انصاف سے غور کریں۔ وہ پھر بھی انکار کر سکتے ہیں۔
orders-help = مدد
orders-why = کیوں

way-now = اب
way-now-means = جو آپ نے ہمیں بتایا، ویسے ہی۔
way-none = کوئی حکم نہیں
way-none-means = بچے کی دیکھ بھال خاندان کرتا ہے۔ کسی عدالت نے حکم نہیں دیا۔
way-private = نجی فوسٹرنگ (private fostering)
way-private-means = کوئی ایسا شخص جو قریبی رشتہ دار نہیں، 28 دن یا اس سے زیادہ بچے کی دیکھ بھال کرتا ہے۔ کونسل کو بتانا لازم ہے۔
way-arrangements = Child arrangements order
way-arrangements-short = Arrangements order
way-arrangements-means = عدالت کا حکم کہتا ہے کہ بچہ آپ کے ساتھ رہے گا۔ فیصلے کرنے کا حق آپ کا اور ماں باپ کا ساتھ ساتھ ہے۔
way-guardian = خصوصی سرپرستی کا حکم (special guardianship order)
way-guardian-short = خصوصی سرپرست (special guardian)
way-guardian-means = عدالت کا حکم آپ کو بچے کا خصوصی سرپرست (special guardian) بناتا ہے۔ زیادہ تر فیصلے آپ کے ہوتے ہیں۔
way-foster = خاندان میں فوسٹر کیئر (kinship foster care)
way-foster-short = فوسٹر کیئر
way-foster-means = بچہ کونسل کی نگہداشت (care) میں ہے۔ آپ اس بچے کے لیے کونسل کے منظور شدہ فوسٹر کیئرر ہیں۔
