# چھوٹے الفاظ جو کئی صفحوں پر آتے ہیں: فہرستیں، دن اور وقت، ملک، ضرورتیں، انتظام کی قسمیں، اور فارم کیا کہتے ہیں۔

list = { $list }، { $next }
day-name = { $number ->
    [1] پیر
    [2] منگل
    [3] بدھ
    [4] جمعرات
    [5] جمعہ
    [6] ہفتہ
   *[7] اتوار
  }
day-of-month = { $day } { $month ->
    [1] جنوری
    [2] فروری
    [3] مارچ
    [4] اپریل
    [5] مئی
    [6] جون
    [7] جولائی
    [8] اگست
    [9] ستمبر
    [10] اکتوبر
    [11] نومبر
   *[12] دسمبر
  }
moment = { $day }، { $time }
time = { $half ->
    [morning] صبح { $time } بجے
    [noon] دوپہر 12 بجے
    [afternoon] دوپہر { $time } بجے
    [night] رات { $time } بجے
   *[evening] شام { $time } بجے
  }

nation-england = انگلینڈ
nation-wales = ویلز
nation-scotland = سکاٹ لینڈ
nation-northern-ireland = شمالی آئرلینڈ

form-kept = جو آپ نے لکھا وہ ضائع نہیں ہوا: نیچے موجود ہے۔
form-not-done = یہ نہیں ہو سکا
form-optional = (اگر آپ چاہیں)

need-money = رقم
need-school = سکول اور تعلیم
need-health = صحت اور احساسات
need-legal = قانون اور آپ کے حقوق
need-talking = کسی سے بات کرنا
need-meeting = دوسرے خاندانوں سے ملنا
need-breaks = کچھ دیر کا آرام
need-contact = ماں باپ اور خاندان سے ملاقات
need-carers = نگہبان کے طور پر سیکھنا
need-home = آپ کا گھر
need-older = بڑے ہونا اور نگہداشت (care) سے نکلنا
need-checks = جانچ، منصوبے اور منظوری

arrangement-INF = خاندان میں، بغیر کاغذوں کے دیکھ بھال
arrangement-PF = نجی فوسٹرنگ (private fostering)
arrangement-KF24 = رشتہ دار فوسٹر کیئر (kinship foster care)، فی الحال منظور شدہ
arrangement-KF = رشتہ دار فوسٹر کیئر (kinship foster care)
arrangement-CAO = Child arrangements order
arrangement-SGO = خصوصی سرپرستی کا حکم (special guardianship order)
arrangement-ADO = گود لینا (adoption)
arrangement-TG = سرپرست (guardian)، جسے وفات پا جانے والے ماں یا باپ نے یا عدالت نے نامزد کیا
arrangement-RO = Residence order
arrangement-CAO_INT = Child arrangements order، فی الحال کے لیے
arrangement-DISP = ہو سکتا ہے بچے کو کونسل نے آپ کے پاس رکھا ہو
arrangement-S22C6D = نگہداشت (care) میں، آپ کے پاس رکھا گیا مگر فوسٹر کیئرر کے طور پر نہیں
