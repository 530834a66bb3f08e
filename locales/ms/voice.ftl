# Masalah pendengaran mengikut kod, untuk pegawai: apa masalahnya dan apa yang perlu dibuat.

officer-voice-no-microphone = Mikrofon tidak ditemui. Sambungkan mikrofon, atau pilih yang lain dalam tetapan; ia akan dikesan dalam dua saat.
officer-voice-model-missing = Model pendengaran belum dipasang. Juruteknik boleh mendapatkannya dengan “kaunter models fetch”, juga daripada pemacu USB.
officer-voice-model-truncated = Model pendengaran tidak lengkap. Buang dan dapatkan semula.
officer-voice-not-a-model = Fail yang ditetapkan bukan model pendengaran. Tetapkan yang lain, atau dapatkan satu.
officer-voice-model-changed = Model pendengaran berbeza daripada yang diterbitkan. Buang dan dapatkan semula.
officer-voice-file-unreadable = Model pendengaran tidak dapat dibaca daripada cakera. Hubungi juruteknik.
officer-voice-recogniser-failed = Pendengaran gagal. Mulakan semula kios; jika berulang, hubungi juruteknik.
officer-voice-processor-too-old = Mesin ini terlalu lama untuk pendengaran. Yang lain berfungsi; gunakan mesin tahun 2014 atau lebih baharu untuk suara.
