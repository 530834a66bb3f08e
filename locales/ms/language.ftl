# Nama bahasa ini dan ucapan pada skrin menunggu.

# Nama bahasa ini dalam bahasanya sendiri, pada butang bahasa.
language-own-name = Bahasa Melayu

# Ucapan pada skrin menunggu: satu ayat besar, satu di bawahnya, dan butang.
language-greeting = Selamat datang
language-offer = Apa yang boleh kami bantu?
language-begin = Sentuh di sini untuk mula

# Fon dan pemenggalan baris, ditulis seperti dalam CSS; serta kebiasaan tarikh dan masa.
language-type =
    .sans = "Noto Sans", "Noto Sans CJK TC", sans-serif
    .serif = "Noto Serif CJK KR", "Noto Serif", serif
    .word-break = normal
    .leading = 1.45
    .formats = ms-MY

# Papan kekunci bahasa ini, yang pertama di hadapan: bopomofo, hangul, latin, numbers.
language-keyboards = latin numbers
