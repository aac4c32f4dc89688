# ایک ورکشاپ: کب، کہاں، کس کے لیے، اور کیا جاننا اچھا ہے۔

workshop-off = یہ منسوخ ہو گئی۔
workshop-when = کب
workshop-no-day = اب کوئی دن باقی نہیں۔
workshop-course = یہ کئی دنوں کا کورس ہے۔ ایک جگہ اس کے سب دنوں کے لیے ہے۔
workshop-calendar = یہ دن اپنے کیلنڈر میں ڈالیں
workshop-where = کہاں
workshop-access = منتظم کے کہنے کے مطابق یہ ہے:
workshop-access-silent = منتظم نے نہیں بتایا کہ اندر جانا کتنا آسان ہے۔ اس کا مطلب ”نہیں“ نہیں ہے۔ ان سے پوچھیں۔
workshop-online = { $strong }آن لائن:{ $end } { $how }۔ جب آپ کو جگہ مل جائے تو آپ کو شامل ہونے کا پتا ملتا ہے۔
workshop-whom = یہ کس کے لیے ہے
workshop-arrangements = کس طرح کے انتظام: { $kinds }
workshop-age = ان کے لیے جو { $age } سال کے بچے کی دیکھ بھال کرتے ہیں
workshop-age-from = ان کے لیے جو { $from } سال یا اس سے بڑے بچے کی دیکھ بھال کرتے ہیں
workshop-age-to = ان کے لیے جو { $to } سال یا اس سے چھوٹے بچے کی دیکھ بھال کرتے ہیں
workshop-ages = ان کے لیے جو { $from } سے { $to } سال کے بچے کی دیکھ بھال کرتے ہیں
workshop-above-all = سب سے بڑھ کر ان کے لیے: { $whom }
workshop-everybody = ہر رشتہ دار نگہبان (kinship carer) کے لیے
workshop-happens = وہاں کیا ہوتا ہے
workshop-good = یہ بھی جان لیں
workshop-free = مفت
workshop-language = زبان
workshop-certificate = سرٹیفکیٹ
workshop-certificate-can = اگر آپ آئے تو آپ یہ لے سکتے ہیں۔
workshop-questions = سوالوں کے لیے
