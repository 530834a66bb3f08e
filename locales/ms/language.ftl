# Nama bahasa ini dan ucapan pada skrin menunggu.

# Nama bahasa ini dalam bahasanya sendiri, pada butang bahasa.
language-own-name = Bahasa Melayu

# Ucapan pada skrin menunggu: satu ayat besar, satu di bawahnya, dan butang.
language-greeting = Selamat datang
language-offer = Apa yang boleh kami bantu?
language-begin = Sentuh di sini untuk mula
language-choose = Sila pilih bahasa

# Fon dan pemenggalan baris, ditulis seperti dalam CSS.
language-type =
    .sans = "Noto Sans", "Noto Sans CJK TC", sans-serif
    .serif = "Noto Serif", "Noto Serif CJK TC", serif
    .word-break = normal
    .leading = 1.45
