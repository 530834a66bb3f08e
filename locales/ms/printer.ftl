# Apa yang berlaku pada pencetak, mengikut kod, untuk pegawai: apa halnya dan apa yang perlu dibuat.

## Pada pencetak

officer-printer-media-empty = Dulang kosong. Isi kertas A4 dan tutup; cetakan akan bersambung sendiri.
officer-printer-media-low = Dulang hampir kosong. Tambah kertas ketika tiada orang menunggu.
officer-printer-media-needed = Pencetak meminta kertas. Isi seperti yang tertera pada panelnya dan sahkan di situ.
officer-printer-wrong-size = Tiada dulang berisi saiz yang diperlukan. Isi A4 dan tetapkan dulang kepada A4 pada panel.
officer-printer-media-jam = Kertas tersekat. Keluarkan seperti ditunjukkan pada panel, kemudian semak berapa halaman sudah keluar.
officer-printer-cover-open = Penutup terbuka. Tutup sehingga berbunyi klik.
officer-printer-door-open = Pintu terbuka. Tutup sehingga berbunyi klik.
officer-printer-tray-missing = Dulang tiada. Tolak masuk sehingga habis.
officer-printer-output-full = Dulang keluar penuh. Ambil kertas di situ.
officer-printer-ink-low = Dakwat atau toner tinggal sedikit. Sediakan kartrij gantian.
officer-printer-ink-empty = Dakwat atau toner habis atau tiada. Ganti kartrij yang disebut pada panel.
officer-printer-waste-full = Bekas sisa penuh atau hampir penuh. Gantikannya.
officer-printer-paused = Ada orang menjeda pencetak. Sambung semula pada panel atau pada baris gilir cetakan.
officer-printer-shutdown = Pencetak sedang dimatikan atau tidur. Hidupkannya.
officer-printer-connecting = Baris gilir sedang menghubungi pencetak. Jika lebih seminit, semak kabel dan kuasa.
officer-printer-offline = Pencetak tidak dapat dihubungi. Semak kuasa, kabel dan alamatnya.
officer-printer-silent = Pencetak terlalu lambat menjawab. Lihat panelnya; jika tergantung, matikan dan hidupkan semula.
officer-printer-spool-full = Pencetak tiada ruang untuk kerja lain. Biarkan ia selesai atau batalkan kerja lama pada panel.
officer-printer-not-accepting = Pencetak tidak menerima kerja buat masa ini. Tunggu; jika berterusan, lihat panel atau baris gilirnya.
officer-printer-stopped = Pencetak berhenti tanpa menyatakan sebab. Lihat panelnya.
officer-printer-needs-service = Ada bahagian yang terlalu panas, haus atau rosak. Tunggu sepuluh minit; jika berterusan, panggil servis.
officer-printer-condition-other = Pencetak melaporkan sesuatu dengan istilahnya sendiri, tertera di sebelah ini. Lihat panel atau buku panduannya.

## Dalam perjalanan ke pencetak

officer-printer-connection-lost = Sambungan terputus di tengah jalan. Semak kabel dan kuasa, kemudian semak semula keadaan cetakan.
officer-printer-nonsense = Jawapan pencetak tidak masuk akal. Matikan dan hidupkan semula; jika berterusan, hubungi juruteknik.
officer-printer-not-there = Ada yang menjawab di alamat ini tetapi bukan pencetak. Juruteknik perlu menyemak alamat.
officer-printer-wants-sign-in = Pencetak meminta nama pengguna dan kata laluan. Benarkan kios mencetak tanpanya atau guna baris gilir.
officer-printer-wants-encryption = Pencetak hanya menerima sambungan tersulit. Masukkan alamatnya dengan ipps://.
officer-printer-encryption-failed = Sambungan tersulit tidak dapat dibuat. Kemas kini pencetak atau guna ipp:// pada kabel sendiri.
officer-printer-certificate-changed = Sijil pencetak berbeza daripada dahulu. Jika pencetak diganti atau ditetapkan semula, sahkan; jika tidak, jangan cetak dan laporkan.
officer-printer-refused = Pencetak menolak kerja ini. Tiada apa-apa dicetak. Lihat sebabnya dalam log, kemudian cuba lagi.
officer-printer-address-invalid = Alamat pencetak tidak sah. Alamat bermula dengan ipp:// atau ipps://.
officer-printer-discovery-failed = Pencetak tidak dapat dicari dari mesin ini. Masukkan alamat sendiri atau hubungi juruteknik.

## Antara dokumen dengan pencetak

officer-printer-size-unsupported = Pencetak tidak mengenali saiz kertas ini. Pilih pencetak untuk A4.
officer-printer-tray-unknown = Pencetak tiada dulang dengan nama yang ditetapkan. Pilih dulang lain.
officer-printer-option-unsupported = Pencetak tidak mampu bilangan salinan, dua muka atau kertas yang diminta. Kurangkan permintaan.
officer-printer-without-colour = Pencetak ini tiada warna: kertas dicetak hitam putih. Tetapkan “colour” kepada false, atau pilih pencetak lain.
officer-printer-without-sides = Pencetak ini tidak mencetak dua muka: borang dicetak pada satu muka. Tetapkan “two_sided” kepada false, atau pilih pencetak lain.
officer-printer-without-copies = Pencetak ini tidak membuat salinan sebanyak itu sekali gus. Cetak semula borang jika perlu salinan lagi.
officer-printer-format-unsupported = Pencetak tidak menerima PDF mahupun PWG Raster. Guna pencetak tanpa pemacu atau baris gilir.
officer-printer-pages-unusable = Dokumen tidak dapat disediakan untuk pencetak. Tiada apa-apa dicetak. Lihat log.

## Satu cetakan

officer-printer-job-unrecorded = Keadaan cetakan ini tidak dapat disimpan. Periksa cakera, dan lihat pencetak sebelum mencetak semula.
officer-printer-job-already-sent = Cetakan ini sudah diserahkan dan tidak dihantar semula dengan sendiri. Lihat keadaannya; cetak semula hanya jika tiada kertas keluar.
officer-printer-job-not-delivered = Cetakan tidak sampai ke pencetak dan tiada kertas keluar. Boleh dicetak semula.
officer-printer-job-aborted = Pencetak menghentikan kerja. Lihat halaman yang sudah keluar, ambil dan cetak semula.
officer-printer-job-cancelled = Cetakan dibatalkan di sini atau pada panel. Lihat sama ada halaman sudah keluar sebelum mencetak semula.
officer-printer-job-forgotten = Pencetak tidak lagi mengenali cetakan ini. Lihat sama ada kertas sudah keluar. Cetak semula hanya jika belum.
officer-printer-job-out-of-reach = Pencetak tidak dapat ditanya lagi. Lihat sama ada kertas sudah keluar atau semak semula keadaannya. Cetak semula hanya jika belum.
officer-printer-job-cut-short = Sambungan terputus semasa menghantar. Semak semua halaman. Cetak semula hanya jika tidak cukup.
officer-printer-job-with-errors = Pencetak selesai dengan ralat. Semak setiap halaman. Cetak semula hanya jika tidak elok.
officer-printer-not-found = Tiada pencetak ditemui. Periksa kuasa dan kabel, atau tetapkan alamatnya.
officer-printer-several-found = Beberapa pencetak ditemui, dan kios tidak tahu yang mana miliknya. Tetapkan alamat yang betul.
