# Papan kekunci pada skrin. Nama yang tidak kelihatan akan dibacakan.

## Papan kekunci secara keseluruhan

keyboard-label = Papan kekunci
keyboard-switch = Papan kekunci lain
# Nama setiap papan kekunci, sama dalam semua bahasa, dan nama yang dibacakan.
keyboard-bopomofo = 注音
    .label = 注音, Bopomofo
keyboard-hangul = 한글
    .label = 한글, Hangul
keyboard-latin = ABC
    .label = ABC, huruf
keyboard-numbers = 123
    .label = 123, nombor dan tanda

## Kekunci

keyboard-space = Jarak
# Kekunci jarak apabila suku kata belum bernada.
keyboard-first-tone = Nada pertama
# Kekunci jarak apabila ia memilih yang pertama.
keyboard-take-first = Pilih pertama
keyboard-delete = Padam
keyboard-clear = Padam semua
# Mengembalikan teks yang baru dipadam.
keyboard-restore = Buat asal
keyboard-shift = Huruf besar
keyboard-shift-hangul = Konsonan kuat

## Aksara untuk dipilih, dalam Bopomofo

keyboard-choices = Aksara untuk dipilih
keyboard-choices-hint = Taip bunyi, kemudian sentuh aksara di sini.
keyboard-choices-all = Lagi
keyboard-choices-fewer = Kekunci
keyboard-choices-earlier = Sebelum
keyboard-choices-later = Seterusnya
# $page dikira dari 1.
keyboard-choices-page = Halaman { $page } daripada { $pages }

## Nama nada dan tanda, untuk dibacakan

keyboard-tone-2 = Nada kedua
keyboard-tone-3 = Nada ketiga
keyboard-tone-4 = Nada keempat
keyboard-tone-neutral = Nada neutral
keyboard-sign-full-stop = Noktah
keyboard-sign-comma = Koma
keyboard-sign-list-comma = Koma senarai
keyboard-sign-question = Tanda soal
keyboard-sign-exclamation = Tanda seru
keyboard-sign-colon = Titik bertindih
keyboard-sign-semicolon = Koma bertitik
keyboard-sign-hyphen = Tanda sempang
keyboard-sign-underscore = Garis bawah
keyboard-sign-slash = Garis miring
keyboard-sign-apostrophe = Apostrof
keyboard-sign-quote = Tanda petik
keyboard-sign-quote-open = Tanda petik buka
keyboard-sign-quote-close = Tanda petik tutup
keyboard-sign-bracket-open = Kurungan buka
keyboard-sign-bracket-close = Kurungan tutup
keyboard-sign-at = Tanda alias
keyboard-sign-number = Tanda nombor
keyboard-sign-percent = Peratus
keyboard-sign-and = Tanda dan
keyboard-sign-plus = Tambah
keyboard-sign-equals = Sama dengan
keyboard-sign-star = Bintang
keyboard-sign-tilde = Tilde
keyboard-sign-dollar = Tanda dolar
