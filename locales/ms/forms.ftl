# Kata-kata di sekeliling borang. Apa yang ditanya oleh borang ialah kata-kata agensi dalam peknya.

## Semua borang

forms-title = Borang manakah yang ingin anda isi?
forms-lead = Satu perkara ditanya pada satu masa. Anda boleh berhenti bila-bila masa.
form-family-jobs = Pekerjaan
form-family-voting = Pengundian
form-family-insurance = Insurans
form-family-vehicles = Kenderaan
form-family-welfare = Bantuan dan elaun
form-family-licences = Lesen
form-family-appointments = Janji temu
form-family-residence = Tempat tinggal dan alamat
form-family-ideas = Idea dan cadangan
# $title ialah nama borang.
form-fill-in = Isi: { $title }
# $minutes ialah masa yang diperlukan.
form-minutes = kira-kira { $minutes } minit
form-with-minutes = { $title }, kira-kira { $minutes } minit
form-code-open = Saya ada kod
form-code-title = Apakah kod anda?
form-code-lead = Kod ini ditunjukkan semasa borang dihentikan seketika. Huruf kecil juga boleh.
form-code-field = Kod borang yang dihentikan
form-code-send = Sambung borang saya
form-code-close = Semua borang

## Sebelum mengisi

form-before = Sebelum bermula
form-event-lead = Borang ini saling berkaitan. Perkara yang sama ditanya sekali sahaja. Buang tanda pada borang yang tidak diperlukan.
form-papers = Sila sediakan dokumen ini
form-minutes-pause = Ini mengambil masa kira-kira { $minutes } minit. Anda boleh berhenti seketika dan menyambung kemudian.
form-start = Mula mengisi
form-check-first = Semak dahulu sama ada anda layak

## Di mana kita

form-progress = Kemajuan mengisi
# $number daripada $count borang yang dimulakan bersama.
form-of-several = { $title } ({ $number } daripada { $count })
form-checking = { $title }: adakah anda layak?
form-left-none = Semua sudah ditanya
form-left-last = Ini soalan terakhir
# Yang masih tinggal, termasuk soalan ini.
form-left-exact = { $count } soalan lagi
form-left-range = kira-kira { $least } hingga { $most } soalan lagi
form-left-open = sekurang-kurangnya { $least } soalan lagi, bertambah jika senarai bertambah
form-stop = Henti
form-aside = { $count } jawapan tidak lagi diperlukan: { $names }. Jawapan itu masih disimpan dan kembali jika anda ubah semula.
form-returned = { $count } jawapan yang dahulu digunakan semula: { $names }.

## Satu soalan

form-why = Mengapakah ini ditanya?
form-help = Apakah maksudnya?
form-explain-more = Baca penjelasan agensi
form-next = Seterusnya
form-next-review = Ubah dan kembali
form-skip = Langkau soalan ini
form-type = Taip sahaja
form-touch = Pilih sahaja
form-write-here = Tulis di sini
form-characters-left = { $count ->
    [0] Ruang sudah penuh
   *[other] Ruang untuk { $count } aksara lagi
}
form-yes = Ya
form-no = Tidak
form-chosen-before = jawapan anda tadi
form-choices-any = Pilih semua yang berkenaan.
form-choices-exactly = Pilih { $count }.
form-choices-most = Pilih hingga { $count }.
form-digits-empty = Tekan nombor di bawah
# $number ialah cara menyebut nombor panjang, jika ada.
form-digits-said = { $number }
# Cara nombor telefon dikumpulkan: permulaan:saiz.
form-digits-phone = 011:3-4-4 01:3-3-4 03:2-4-4 08:3-3-3 0:2-3-4
# Kata untuk sepuluh ribu dan gandaannya, atau none.
form-digits-myriads = none
form-date-year = Tahun
form-date-month = Bulan
form-date-day = Hari
form-date-decades = Sepuluh tahun sekali
form-date-decade = { $from }–{ $to }
form-era = Cara tahun dikira
form-era-roc = Tahun ROC
form-era-gregory = Tahun Masihi
form-time-hour = Jam
form-time-minute = Minit
form-time-less = 1 minit lebih awal
form-time-more = 1 minit lebih lewat
form-place-path = Dipilih setakat ini
form-signature-pad = Ruang tandatangan: { $label }. Belum ditandatangani.
form-signature-done = Ruang tandatangan: { $label }. Sudah ditandatangani.
form-signature-here = Sila tandatangan di sini dengan jari
form-signature-undo = Undur satu garis
form-signature-clear = Padam semua
form-signature-paper = Jika anda lebih suka menandatangani di atas kertas, anda boleh melakukannya di kaunter.
form-signature-person = Jika anda tidak dapat menandatangani di sini, sila panggil pegawai. Anda boleh menandatangani di atas kertas atau memberi cap jari.
form-sign-on-paper = Tandatangan atas kertas
form-picture-note = Kios ini tidak mengambil gambar. Sila bawa gambar itu ke kaunter untuk dilampirkan pada borang anda.
form-picture-bring = Saya akan membawanya

## Apa yang difahami

form-heard = Jawapan anda difahami sebagai
form-heard-unsure = Adakah ini maksud anda?
form-heard-words = Kata-kata anda: “{ $text }”
form-alternatives = Atau adakah maksud anda
form-right = Betulkah?
form-right-yes = Ya, betul
form-right-no = Tidak, tanya lagi
form-right-change = Ubah

## Semua jawapan

form-review-title = Sila semak. Betulkah semuanya?
form-review-lead = Sentuh satu baris untuk mengubahnya.
form-change = Ubah
form-change-of = Ubah: { $label }
form-line-empty = tidak diisi
form-line-brought = dibawa ke kaunter
form-line-computed = dikira untuk anda
form-line-shared = daripada borang anda yang lain
form-missing = Sila jawab: { $label }
# $words menyatakan apa yang tidak kena dengan jawapan.
form-open-line = { $label }: { $words }
form-summary-title = { $count } perkara belum selesai
# $item ialah tajuk seorang ahli keluarga atau sebuah kenderaan.
form-remove = Buang: { $item }
form-remove-sure = Buang “{ $item }” bersama semua jawapannya?
form-remove-keep = Kekalkan
form-remove-yes = Buang
form-add = Tambah satu lagi
form-declaration = Pengakuan anda
form-finish = Semuanya betul, serahkan
form-proof = Lihat seperti yang akan dicetak
form-proof-title = Beginilah rupanya apabila dicetak
form-proof-lead = Tertulis DRAF sehingga anda menyerahkannya. Belum ada apa-apa yang dicetak.
form-proof-setting = Borang anda sedang disusun di atas kertas…
form-proof-page = Halaman { $page } daripada { $pages }
form-proof-back = Kembali ke jawapan saya
form-verdict-may-qualify = Anda mungkin layak
form-verdict-unlikely = Anda mungkin tidak layak
form-verdict-person-must-look = Pegawai perlu menilainya
form-verdict-note = Ini semakan awal sahaja. Anda tetap boleh memohon; agensi yang membuat keputusan.
form-rule-met = dipenuhi
form-rule-not-met = tidak dipenuhi
form-rule-unclear = tidak dapat dipastikan daripada jawapan anda
form-verdict-because = Sebabnya:
form-verdict-also = Yang turut disemak:
form-check-title = Adakah anda layak?
form-check-lead = Jawapan anda disimpan; hanya yang selebihnya akan ditanya. Mahu teruskan mengisi borang?
form-apply = Teruskan memohon
form-apply-anyway = Mohon juga

## Menghentikan borang

form-stop-title = Adakah anda mahu berhenti di sini?
form-stop-lead = Jawapan anda disimpan sehingga anda membuat keputusan.
form-stop-pause = Henti seketika dan sambung kemudian
form-stop-pause-hint = Anda mendapat satu kod. Dengannya anda boleh menyambung di sini atau di kaunter.
form-stop-discard = Batalkan borang ini
form-stop-discard-hint = Semua jawapannya dipadamkan dan tidak dapat dikembalikan.
form-stop-close = Teruskan mengisi
form-paused-title = Borang anda disimpan
form-paused-lead = Tiada sesiapa dapat membukanya tanpa kod ini.
form-paused-code = Kod anda
form-paused-until = Disimpan hingga { $when }
form-paused-write = Sila catat kod ini dan bawa bersama anda. Kod ini boleh digunakan di sini atau di kaunter.
form-paused-picture = Atau ambil gambar kod ini dengan telefon. Di kaunter, pegawai akan mengimbasnya.
form-paused-go-on = Sambung sekarang
form-paused-leave = Saya sudah mencatatnya
form-interrupted-title = Ada borang yang sedang diisi. Adakah ini borang anda?
form-interrupted-lead = Kios terpaksa dimulakan semula. Tiada apa-apa yang hilang. Jika borang ini bukan milik anda, isinya tidak akan ditunjukkan.
form-interrupted-yes = Ya, teruskan
form-interrupted-no = Bukan milik saya

## Diserahkan

form-finished-title = Borang anda sudah lengkap
form-finished-number = Nombor borang
form-way-kept-here = Borang menunggu di sini untuk agensi
form-way-kept-here-meaning = Borang dikunci pada kios ini supaya hanya agensi dapat membukanya, dan akan diserahkan pada kutipan seterusnya. Jika anda ingin bertanya tentangnya, sila beri nombor ini.
form-way-waiting = Borang disimpan di sini dan dihantar kepada agensi apabila ada sambungan
form-way-waiting-meaning = Borang dikunci supaya hanya agensi dapat membukanya. Anda tidak perlu menunggu. Jika anda ingin bertanya tentangnya, sila beri nombor ini.
form-way-received = Diterima oleh agensi pada pukul { $time }
form-way-received-meaning = Agensi telah mengesahkan penerimaan borang anda. Jika anda ingin bertanya tentangnya, sila beri nombor ini.
form-way-set-aside = Borang disimpan di sini; pegawai perlu melihatnya
form-way-set-aside-meaning = Agensi belum dapat menerimanya. Tiada apa-apa yang hilang. Sila tunjukkan nombor ini di kaunter.
form-finished-home = Ke laman utama
form-finished-leave = Tamatkan lawatan
form-print = Cetak borang saya
form-paper-sending = Borang anda sedang disediakan untuk dicetak
form-paper-printing = Borang anda sedang dicetak. Sila tunggu sebentar.
form-paper-waiting = Pencetak memerlukan bantuan. Borang anda akan dicetak sebaik sahaja pencetak pulih.
form-paper-printed = Borang anda sudah dicetak. Sila ambil.
form-paper-failed = Borang tidak dicetak. Borang anda selamat disimpan.
form-paper-unknown = Kami tidak pasti sama ada borang sudah keluar. Sila tanya pegawai.
form-paper-character = Aksara itu ialah { $character }
form-no-printer = Tiada pencetak di sini. Anda akan mendapat nombor, dan pegawai mencari borang anda dengan nombor itu.
form-printer-not-ready = Pencetak perlukan bantuan sekarang. Anda masih boleh mengisi borang: borang disimpan dengan selamat dan dicetak kemudian.
form-next-form-lead = Yang telah dijawab tidak ditanya lagi. Seterusnya:

## Ada masalah pada jawapan

# $argument ialah had atau bahagian yang disebut, atau none.
form-fault-required = { $argument ->
    [none] Belum ada jawapan. Sila pilih atau masukkan satu jawapan.
   *[other] Ini masih diperlukan: { $argument }.
}
form-fault-not-heard = Jawapan itu tidak difahami. Sila gunakan kata lain, atau pilih sahaja.
form-fault-not-in-list = Tiada dalam senarai. Sila pilih yang paling hampir, atau tulis dengan cara lain.
form-fault-which = Jawapan itu boleh bermaksud lebih daripada satu. Sila beri satu sahaja.
form-fault-year = Tahun belum diberi. Sila tambah.
form-fault-month = Bulan belum diberi. Sila tambah.
form-fault-day = Hari belum diberi. Sila tambah.
form-fault-century = Tahun itu boleh dibaca dengan dua cara. Sila beri keempat-empat digit.
form-fault-calendar = Adakah ini tarikh takwim lunar? Sila beri tarikh seperti dalam dokumen anda.
form-fault-day-or-month = Hari dan bulan mungkin terbalik. Sila tulis nama bulan.
form-fault-hour = Jam belum diberi. Sila tambah.
form-fault-half-of-day = Adakah pagi, tengah hari, petang atau malam? Sila tambah.
form-fault-today = Tidak pasti hari yang mana. Sila beri tarikhnya.
form-fault-characters = Ada digit atau huruf yang kurang. Sila bandingkan dengan dokumen anda.
form-fault-currency = Mata wangnya tidak jelas. Sila tambah.
form-fault-no-such-day = Bulan itu tidak mempunyai hari tersebut. Sila semak harinya.
form-fault-weekday-differs = Tarikh itu jatuh pada hari lain dalam minggu. Sila semak tarikhnya.
form-fault-out-of-range = Di luar julat yang dibenarkan di sini. Sila semak.
form-fault-check-digit = Ada satu digit yang tidak betul. Sila bandingkan nombor dengan kad anda.
form-fault-length = { $argument ->
    [none] Bilangan digit terlalu sedikit atau terlalu banyak. Sila bandingkan dengan dokumen anda.
   *[other] Bilangan digit tidak betul; sepatutnya { $argument }. Sila semak.
}
form-fault-date-within = Tarikh lahir dalam nombor itu tidak wujud. Sila bandingkan dengan kad anda.
form-fault-place-within = Kod tempat dalam nombor itu tidak wujud. Sila bandingkan dengan kad anda.
form-fault-no-such-phone = Tiada telefon dengan nombor ini. Sila semak, bersama kod kawasan.
form-fault-form = Bentuknya tidak seperti yang diminta. Sila bandingkan dengan contoh atau dokumen anda.
form-fault-scheme-not-taken = Nombor jenis ini tidak diterima di sini. Sila beri nombor yang diminta, atau minta bantuan pegawai.
form-fault-too-early = { $argument ->
    [none] Terlalu awal. Sila semak.
   *[other] Itu sebelum { $argument }. Sila semak.
}
form-fault-too-late = { $argument ->
    [none] Terlalu lewat. Sila semak.
   *[other] Itu selepas { $argument }. Sila semak.
}
form-fault-too-small = { $argument ->
    [none] Terlalu kecil. Sila semak.
   *[other] Sekurang-kurangnya { $argument }. Sila semak.
}
form-fault-too-large = { $argument ->
    [none] Terlalu besar. Sila semak.
   *[other] Paling tinggi { $argument }. Sila semak.
}
form-fault-too-short = { $argument ->
    [none] Terlalu pendek. Sila tulis sedikit lagi.
   *[other] Terlalu pendek. Sila tulis sekurang-kurangnya { $argument } aksara.
}
form-fault-too-long = { $argument ->
    [none] Terlalu panjang. Sila ringkaskan.
   *[other] Terlalu panjang. Sila gunakan paling banyak { $argument } aksara.
}
form-fault-too-few = { $argument ->
    [none] Sila pilih lagi.
   *[other] Sila pilih sekurang-kurangnya { $argument }.
}
form-fault-too-many = { $argument ->
    [none] Sila kurangkan pilihan.
   *[other] Sila pilih paling banyak { $argument }.
}
form-fault-dont-know = Soalan ini perlu dijawab. Jika anda tidak tahu, tekan “Pegawai” untuk mendapatkan bantuan.

## Parts of an address

form-part-post_code = Apakah poskodnya?
form-part-city = Bandar mana?
form-part-district = Daerah mana?
form-part-road = Jalan mana?
form-part-lane = Lorong mana? Langkau soalan ini jika tiada.
form-part-alley = Lorong kecil mana? Langkau soalan ini jika tiada.
form-part-number = Apakah nombor rumahnya?
form-part-floor = Tingkat berapa? Langkau soalan ini jika tiada.
form-part-lot = Apakah nombor lot atau unitnya?
form-part-street = Jalan mana?
form-part-area = Taman atau kampung mana? Langkau soalan ini jika tiada.
form-part-state = Negeri mana?
form-part-detail = Bangunan, unit atau bilik? Langkau soalan ini jika tiada.

## While something else is looked at

# $title is the name of the form that is being filled in.
form-go-on = Teruskan: { $title }
