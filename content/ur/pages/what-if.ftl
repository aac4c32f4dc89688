# اگر ایک جواب مختلف ہوتا: اسے چننا، اور کیا بدلتا۔

what-if-tab = اگر ایسا ہوتا
what-if-tab-wrong = غلطی: اگر ایسا ہوتا
what-if-change = کیا بدل جاتا
what-if-nothing = جہاں تک ہم آپ کے جوابوں سے بتا سکتے ہیں، کچھ نہیں بدلتا۔
what-if-turns = ←
what-if-become = یہ ہو جاتا
what-if-drop = میرے جواب ویسے ہی رہنے دیں
what-if-keep = اسے میرا جواب بنا دیں
what-if-other = کچھ اور آزمائیں
what-if-lead = آزمانے کے لیے ایک جواب چنیں۔ ہم صرف وہ دکھاتے ہیں جو بدلتا۔ آپ کے اپنے جواب ویسے ہی رہتے ہیں۔
what-if-none = آپ کے ابھی کوئی جواب نہیں۔ { $link }یہاں سے شروع کریں{ $end }۔
what-if-try = آزمائیں
what-if-try-what = { $what } کا کوئی اور جواب
what-if-orders = وہی بچہ، دوسرا حکم: ساتھ ساتھ
what-if-now = یہ صرف آزمائش ہے۔ اب آپ کا جواب:
what-if-show = دکھائیں کہ کیا بدل جاتا
what-if-not-known = اگر مجھے معلوم نہ ہوتا تو؟
what-if-nothing-yet = ابھی کچھ نہیں
