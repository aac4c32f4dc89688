# سوال: اس کے گرد کے الفاظ، اور جب جواب نہ لیا جا سکے۔

question-title = سوال { $number }
question-title-wrong = غلطی: سوال { $number }
question-said = آپ نے کہا:
question-presumed = ہم نے یہ جواب مان لیا ہے:
question-why = ہم یہ کیوں پوچھتے ہیں
question-decided = آخر میں اس کا فیصلہ یہ کرتے ہیں: { $who }۔ جو آپ کو ابھی تک معلوم ہے وہ بتا دیں۔
question-continue = آگے بڑھیں
question-unknown = مجھے معلوم نہیں
question-rather-not = میں بتانا نہیں چاہتا / چاہتی
question-hard = اس کا جواب دینا مشکل ہو سکتا ہے۔ آپ اسے چھوڑ دیں، مدد پھر بھی ملے گی۔
question-far = آپ کہاں تک پہنچے
question-last = یہ آخری سوال چھوٹی چھوٹی باتیں بدلتے ہیں۔ جب چاہیں رک جائیں۔
question-so-far = دیکھیں کہ ہمیں اب تک کیا ملا
question-answers = اپنے جواب دیکھیں
question-nobody = آپ کا جواب کسی کو نہیں بتایا جاتا۔
question-council = آپ کی کونسل: { $council }۔
question-council-change = اپنی کونسل بدلیں
question-council-choose = اپنی کونسل چنیں
question-or = یا
question-example = مثال کے طور پر، {"\u2066"}27 3 2015{"\u2069"}
question-day = دن
question-month = مہینہ
question-year = سال
question-choose = چنیں
question-yes = جی ہاں
question-no = نہیں
question-none = ان میں سے کوئی نہیں

progress-none = اب کوئی سوال آپ کے جوابوں کو شاید زیادہ نہیں بدلے گا۔
progress-about = { $many ->
    [one] تقریباً 1 اور سوال آپ کے جواب بدل سکتا ہے۔
   *[other] تقریباً { $many } اور سوال آپ کے جواب بدل سکتے ہیں۔
  }
progress-many = { $many } یا اس سے زیادہ سوال آپ کے جواب بدل سکتے ہیں۔ سب کا جواب دینا ضروری نہیں۔
progress-short-last = یہ چھوٹے سوالوں میں سے آخری ہے۔
progress-short = اس سوال سمیت زیادہ سے زیادہ { $many } چھوٹے سوال ہیں۔

wrong-all-that-fit = جو جو ٹھیک ہو سب چنیں، یا ”ان میں سے کوئی نہیں“ چنیں
wrong-not-both = یا تو ”ان میں سے کوئی نہیں“ چنیں یا دوسرے جواب، دونوں نہیں
wrong-list = فہرست میں سے چنیں
wrong-one = ایک جواب چنیں
wrong-number = کوئی عدد لکھیں، یا ”مجھے معلوم نہیں“ چنیں
wrong-negative = 0 یا اس سے بڑا عدد لکھیں
wrong-figures = صرف ہندسوں میں عدد لکھیں، جیسے 12 یا 26.05
wrong-date = تاریخ لکھیں، یا ”مجھے معلوم نہیں“ چنیں
wrong-no-day = تاریخ میں دن ہونا ضروری ہے
wrong-no-month = تاریخ میں مہینہ ہونا ضروری ہے
wrong-no-year = تاریخ میں سال ہونا ضروری ہے
wrong-no-day-month = تاریخ میں دن اور مہینہ ہونا ضروری ہے
wrong-no-day-year = تاریخ میں دن اور سال ہونا ضروری ہے
wrong-no-month-year = تاریخ میں مہینہ اور سال ہونا ضروری ہے
wrong-day = دن عدد میں لکھیں، جیسے 9
wrong-month = مہینہ 1 سے 12 تک کے عدد میں لکھیں، جیسے 4
wrong-year = سال چار ہندسوں میں لکھیں، جیسے 2019
wrong-real-date = اصل تاریخ لکھیں۔ اس مہینے میں یہ دن نہیں ہوتا
wrong-future = تاریخ آج کی یا گزری ہوئی ہونی چاہیے
