# جو ملا: سرخیاں، اور نتیجوں کے نام۔ ”دے سکتے ہیں“ (may) کبھی ”لازم ہے“ (must) نہیں، اور ”معلوم نہیں“ کبھی ”نہیں“ نہیں۔

result-title = ہمیں آپ کے لیے کیا ملا
result-tab = نتیجے
result-back = اپنے جوابوں پر واپس جائیں
result-from = { $many ->
    [one] 1 جواب سے
   *[other] { $many } جوابوں سے
  }
result-looks-like = لگتا ہے کہ یہ ہے:
result-ask = اس میں مدد کے لیے { $council } سے کہیں
result-nothing-yet = آپ نے ابھی ہمیں کچھ نہیں بتایا، اس لیے بہت کچھ ابھی طے نہیں۔
result-start = ایسے جوابوں کے لیے جو آپ پر پورے آئیں، اپنے پوسٹ کوڈ سے شروع کریں۔
result-more-questions = مزید سوالوں کے جواب دیں
result-placed = ہو سکتا ہے بچے کو کونسل نے آپ کے پاس رکھا ہو
result-placed-because = ہم یہ اس لیے کہتے ہیں:
result-placed-words = آپ نے کچھ غلط نہیں کیا۔ یہ پوچھنا بالکل جائز ہے، اور اس کا فیصلہ صرف کونسل، محتسب (Ombudsman) یا عدالت کر سکتی ہے۔ پہلے کسی آزاد مشیر سے بات کریں۔
result-placed-more = کیا سنبھال کر رکھیں، کیا پوچھیں، اور کس بات کا خیال رکھیں
result-fostering = شاید یہ وہ ہے جسے قانون نجی فوسٹرنگ (private fostering) کہتا ہے۔ آپ کسی مشکل میں نہیں ہیں۔
result-fostering-more = دیکھیں اس کا کیا مطلب ہے، اور آگے کیا ہوتا ہے
result-first = پہلے کیا کریں
result-groups = نتیجوں کے گروہ
result-from-council = آپ کی کونسل کی طرف سے
result-more = { $many } اور دکھائیں
result-more-no = { $many } جو آپ کے لیے نہیں، اور کیوں
result-more-depends = { $many } دکھائیں، اور یہ کہ ہر ایک کس بات سے طے ہو گا
result-council-says = { $council } کے کہنے کے مطابق وہ کیا دیتی ہے
result-council-whole = پوری پیشکش پڑھیں
result-council = { $council } کیا دیتی ہے
result-council-not-held = آپ کی کونسل پر لازم ہے کہ وہ kinship local offer شائع کرے: ایک صفحہ جو بتائے کہ آپ جیسے خاندانوں کے لیے اس کے پاس کیا مدد ہے۔ یہ 29 جون 2026 سے لازم ہے۔ وہ صفحہ ابھی ہمارے پاس نہیں، اس لیے ہم یہاں نہیں دکھا سکتے۔
result-council-find = اسے کیسے ڈھونڈیں، اور کیسے مانگیں
result-council-letter = ایک خط جو { $council } سے یہ مانگتا ہے
result-next = آگے کیا
result-sheet = اسے چھاپیں یا اپنے پاس رکھیں
result-letters = لکھ کر مانگیں: تیار خط
result-groups-near = دوسروں سے ملیں: آپ کے قریب دیکھ بھال کرنے والوں کے گروپ
result-workshops = ورکشاپس اور تقریبات
result-money = رقم: ہفتے اور مہینے کا حساب
result-dates = آپ کے لیے اہم تاریخیں
result-what-if = اگر ایک جواب مختلف ہوتا تو؟
result-orders = وہی بچہ، دوسرا حکم
result-small = چھوٹے سوالوں کے جواب بھی دیں
result-answers = اپنے جواب دیکھیں یا مٹائیں
result-all-back = سب نتیجوں پر واپس جائیں
result-all = سب نتیجے دیکھیں

band-right-heading = آپ کا حق ہے
band-right-words = یہ آپ کا حق ہے
band-right-brief = حق
band-right-yours = آپ کا حق
band-right-means = کسی پر لازم ہے کہ آپ کو یہ دے، یا مقررہ قاعدوں سے اس کا فیصلہ کرے۔ جب آپ مانگ لیں تو اس پر بھروسا کر سکتے ہیں۔
band-may-heading = کونسل یا دوسرے یہ دے سکتے ہیں
band-may-words = وہ یہ دے سکتے ہیں
band-may-brief = دے سکتے ہیں
band-may-means = اگر آپ مانگیں تو ان پر لازم ہے کہ انصاف سے غور کریں۔ وہ پھر بھی انکار کر سکتے ہیں۔
band-depends-heading = ہم ابھی نہیں بتا سکتے
band-depends-words = ہم ابھی نہیں بتا سکتے
band-depends-brief = ابھی معلوم نہیں
band-depends-means = کوئی بات ابھی طے نہیں۔ ہر ایک بتاتا ہے کہ وہ کس بات سے طے ہو گا۔
band-unclear-heading = خود قاعدہ ہمیں واضح نہیں
band-unclear-words = خود قاعدہ واضح نہیں
band-unclear-brief = قاعدہ واضح نہیں
band-unclear-means = ہم معلوم نہیں کر سکے کہ قاعدہ کیا کہتا ہے۔ پوچھیں ضرور، ہماری وجہ سے ہمت نہ ہاریں۔
band-no-heading = آپ کے لیے نہیں، کیونکہ
band-no-words = آپ کے لیے نہیں
band-no-brief = نہیں
band-no-means = اگر ان وجوہات میں سے کوئی غلط ہے تو جواب بدلیں اور دوبارہ دیکھیں۔

band-right-local = ان کا صفحہ کہتا ہے کہ یہ آپ کے لیے ہے
band-may-local = وہ آپ کو یہ دے سکتے ہیں
band-depends-local = یہ ایسی باتوں پر منحصر ہے جو ہمیں ابھی معلوم نہیں
band-unclear-local = ان کے صفحے نہیں بتاتے کہ یہ کس کے لیے ہے
band-no-local = ان کا صفحہ کہتا ہے کہ یہ آپ کے لیے نہیں
