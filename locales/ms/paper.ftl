# Kata-kata tetap di atas kertas: borang, slip, notis. Isi borang datang daripada pek agensi.

## Keadaan sebenar borang dan maksudnya

paper-state-draft = DRAF
paper-state-draft-meaning = Borang ini belum diserahkan dan belum berkuat kuasa. Sila lengkapkannya di kios atau di kaunter.
paper-state-queued = MENUNGGU DIHANTAR
paper-state-queued-meaning = Borang anda telah lengkap dan disimpan bermeterai di dalam kios ini. Agensi belum menerimanya; borang dihantar sebaik sahaja ada sambungan. Sila simpan helaian ini.
paper-state-accepted = TELAH DITERIMA
paper-state-accepted-meaning = Agensi telah menerima borang anda. Anda tidak perlu menyerahkannya lagi. Sila simpan helaian ini.
# Pada borang yang pernah dicetak.
paper-again = Cetakan semula
# On a form whose answers were put right by an officer; $number counts how many times.
paper-corrected = Dibetulkan di kaunter, pembetulan ke-{ $number }

## Setiap halaman

# $page daripada $pages ialah nombor.
paper-page = Halaman { $page } daripada { $pages }
paper-number = Nombor borang
# Dibaca kuat sebagai ganti kod.
paper-code = Kod untuk pejabat: borang dan keadaannya

## Jawapan

paper-unanswered = tidak diisi
paper-brought = diserahkan di kaunter
paper-item = Bil.
paper-yes = Ya
paper-no = Tidak
paper-drawn-signature = Tandatangan
paper-picture = Gambar
paper-bring = Dokumen yang perlu dibawa

## Tandatangan

paper-declaration = Pengakuan
paper-applicant = Pemohon
paper-signature = Tandatangan
paper-seal = Cap
paper-seal-or-signature = Tandatangan atau cap peribadi; salah satu sudah memadai.
paper-thumbprint = Cap ibu jari
paper-thumbprint-instead = Bagi yang tidak boleh menandatangani sahaja
paper-thumbprint-here = Ibu jari kanan, di hadapan pegawai
paper-witness = Nama dan tandatangan saksi
paper-date = Tarikh

## Ruangan pejabat

paper-office = Untuk kegunaan pejabat
paper-office-received = Tarikh terima
paper-office-checked = Disemak oleh
paper-office-decided = Keputusan dan catatan
paper-office-stamp = Cap rasmi

## Borang bermeterai sebagai kod

paper-home = Borang bermeterai anda dalam bentuk kod
paper-home-meaning = Jika kios ini tidak mendapat sambungan, pegawai membaca borang anda daripada kod ini. Sila serahkan halaman ini tanpa dipotong. Hanya agensi dapat membuka kandungannya.
paper-home-part = Kod { $part } daripada { $parts }

## Jawapan untuk dibawa pulang

paper-answer-title = Jawapan daripada dokumen agensi
paper-question = Soalan anda
paper-source = Dokumen
paper-section = Bahagian
paper-version = Versi bertarikh
paper-answer-note = Petikan tepat daripada dokumen yang dinyatakan. Peraturan boleh berubah: sila semak di kaunter jika helaian ini sudah lama.

## Bayaran

paper-payment-title = Slip bayaran
paper-payment-due = Bayar sebelum atau pada
paper-payment-place = Tempat bayaran
paper-payment-reference = Nombor rujukan
paper-payment-note = Slip ini bukan resit. Juruwang akan memberi resit selepas anda membayar.

## Giliran

paper-ticket-title = Nombor giliran anda
paper-ticket-service = Urusan
paper-ticket-counter = Kaunter
paper-ticket-before = Bilangan menunggu sebelum anda
paper-ticket-drawn = Diambil pada
paper-ticket-note = Sila tunggu sehingga nombor anda dipanggil.
paper-ticket-person = Pegawai di kaunter

## Janji temu

paper-appointment-title = Permohonan janji temu
paper-appointment-note = Ini ialah permohonan. Janji temu hanya ditetapkan setelah disahkan oleh pejabat.
paper-appointment-answer = Cara pejabat menjawab

## Notis kecemasan

paper-notice-title = Notis
paper-notice-from = Berkuat kuasa mulai
paper-notice-until = Berkuat kuasa hingga
paper-notice-source = Dikeluarkan oleh

## Sejauh mana permohonan diproses

paper-status-title = Permohonan anda
paper-status-number = Nombor rujukan
paper-status-since = Sejak
paper-status-next = Apa yang perlu dibuat seterusnya
paper-status-as-of = Maklumat pada
paper-status-age-unknown = Agensi tidak menyatakan bila maklumat ini dibuat
paper-status-source = Sumber
paper-status-note = Inilah maklumat dalam senarai agensi pada waktu di atas. Mungkin sudah ada perkembangan baharu: sila tanya di kaunter.

## Akhir lawatan

paper-receipt-title = Lawatan anda hari ini
paper-receipt-next = Langkah seterusnya
paper-receipt-ended = Lawatan tamat
paper-receipt-note = Apa yang anda tulis dan sebut tidak lagi disimpan pada skrin kios ini.
paper-receipt-form = Borang yang dihantar
paper-receipt-ticket = Nombor giliran anda
paper-receipt-keep = Simpan nombor borang anda: pejabat mencarinya dengan nombor itu.
paper-receipt-printable = Pegawai boleh mencetak borang anda di sini selama { $minutes } minit lagi. Selepas itu tiada sesiapa boleh membacanya di sini.
