# جہاں انگلینڈ کے قاعدے نہیں چلتے۔

elsewhere-tab = آپ کہاں رہتے ہیں
elsewhere-title = { $country } میں قاعدے مختلف ہیں
elsewhere-lead = ہمیں افسوس ہے۔ Kith صرف ان بچوں کا قانون جانتا ہے جو انگلینڈ میں رہتے ہیں۔ آپ کے پھر بھی حقوق ہیں، اور آپ کے لیے مدد موجود ہے۔
elsewhere-where = { $country } میں کہاں جائیں
elsewhere-go = کہاں جائیں
elsewhere-wales-line = Kinship انگلینڈ اور ویلز کے لیے مفت مشورہ لائن چلاتا ہے: { $phone }۔
elsewhere-wales-council = آپ کی مقامی کونسل کی بچوں کی خدمات بتا سکتی ہیں کہ وہ کیا دیتی ہے۔
elsewhere-wales-money = Citizens Advice Cymru رقم اور سرکاری مالی مدد (benefits) کے معاملے میں مدد کر سکتا ہے۔
elsewhere-scotland-line = Kinship Care Advice Service for Scotland رشتہ دار نگہبانوں کو مفت مشورہ دیتا ہے۔
elsewhere-scotland-council = آپ کی مقامی کونسل کا سماجی کام کا شعبہ بتا سکتا ہے کہ وہ کیا دیتی ہے۔
elsewhere-scotland-money = Citizens Advice Scotland رقم اور سرکاری مالی مدد (benefits) کے معاملے میں مدد کر سکتا ہے۔
elsewhere-north-line = Kinship Care Northern Ireland آپ جیسے خاندانوں کا ساتھ دیتا ہے۔
elsewhere-north-trust = مدد آپ کے health and social care trust سے مانگنی ہے۔
elsewhere-north-money = Advice NI رقم اور سرکاری مالی مدد (benefits) کے معاملے میں مدد کر سکتا ہے۔
elsewhere-other-ask = اپنی حکومت کی بچوں کی خدمات سے پوچھیں کہ خاندان کے نگہبانوں کے لیے کیا مدد ہے۔
elsewhere-other-money = آپ کا مقامی Citizens Advice رقم اور حقوق کے معاملے میں مدد کر سکتا ہے۔
elsewhere-still = اگر بچہ انگلینڈ میں رہتا ہے، یا پہلے انگلینڈ کی کسی کونسل کی نگہداشت میں تھا، تو ہمارے کچھ جواب پھر بھی کام آ سکتے ہیں۔ { $council }بچے کی کونسل چنیں{ $end } یا { $postcode }کوئی اور پوسٹ کوڈ لکھیں{ $end }۔
