# 프린터의 상태를 코드별로 담당자에게 알리는 말: 무슨 일인지, 무엇을 하면 되는지.

## 프린터에서

officer-printer-media-empty = 용지함이 비었습니다. A4 용지를 넣고 닫으면 저절로 이어서 인쇄합니다.
officer-printer-media-low = 용지가 거의 없습니다. 기다리는 분이 없을 때 채워 주세요.
officer-printer-media-needed = 프린터가 용지를 요청합니다. 조작판에 나온 용지를 넣고 그곳에서 확인해 주세요.
officer-printer-wrong-size = 필요한 크기의 용지가 없습니다. A4를 넣고 조작판에서 용지함을 A4로 맞춰 주세요.
officer-printer-media-jam = 용지가 걸렸습니다. 조작판의 안내대로 빼낸 뒤 몇 쪽이 나왔는지 확인해 주세요.
officer-printer-cover-open = 덮개가 열려 있습니다. 딸깍 소리가 나게 닫아 주세요.
officer-printer-door-open = 문이 열려 있습니다. 딸깍 소리가 나게 닫아 주세요.
officer-printer-tray-missing = 용지함이 없습니다. 끝까지 밀어 넣어 주세요.
officer-printer-output-full = 배출함이 가득 찼습니다. 종이를 치워 주세요.
officer-printer-ink-low = 잉크나 토너가 부족합니다. 교체할 것을 준비해 주세요.
officer-printer-ink-empty = 잉크나 토너가 없거나 빠져 있습니다. 조작판에 나온 것을 교체해 주세요.
officer-printer-waste-full = 폐잉크통이나 폐토너통이 거의 찼거나 가득 찼습니다. 교체해 주세요.
officer-printer-paused = 누군가 프린터를 일시 중지했습니다. 조작판이나 인쇄 대기열에서 다시 시작해 주세요.
officer-printer-shutdown = 프린터가 꺼지는 중이거나 잠들어 있습니다. 전원을 켜 주세요.
officer-printer-connecting = 대기열이 프린터에 연결하는 중입니다. 1분이 넘으면 케이블과 전원을 확인해 주세요.
officer-printer-offline = 프린터에 연결할 수 없습니다. 전원, 케이블, 주소를 확인해 주세요.
officer-printer-silent = 프린터의 응답이 너무 늦습니다. 조작판을 보시고, 멈춰 있으면 껐다가 켜 주세요.
officer-printer-spool-full = 프린터가 작업을 더 받을 수 없습니다. 끝나기를 기다리거나 조작판에서 오래된 작업을 취소해 주세요.
officer-printer-not-accepting = 지금은 프린터가 작업을 받지 않습니다. 계속되면 조작판이나 대기열을 확인해 주세요.
officer-printer-stopped = 프린터가 이유를 알리지 않고 멈추었습니다. 조작판을 확인해 주세요.
officer-printer-needs-service = 부품이 과열되었거나 닳았거나 고장 났습니다. 10분 뒤에도 같으면 수리를 요청해 주세요.
officer-printer-condition-other = 프린터가 고유한 상태를 알립니다. 옆에 적힌 말을 조작판이나 설명서에서 찾아 주세요.

## 프린터로 가는 길에서

officer-printer-connection-lost = 도중에 연결이 끊어졌습니다. 케이블과 전원을 확인하고 인쇄 상태를 다시 조회해 주세요.
officer-printer-nonsense = 프린터의 응답이 올바르지 않습니다. 껐다가 켜고, 계속되면 기술자에게 연락해 주세요.
officer-printer-not-there = 이 주소에서 응답하는 것은 프린터가 아닙니다. 기술자가 주소를 확인해야 합니다.
officer-printer-wants-sign-in = 프린터가 사용자 이름과 비밀번호를 요구합니다. 이 기기는 로그인 없이 인쇄하도록 허용하거나 대기열을 쓰세요.
officer-printer-wants-encryption = 프린터가 암호화된 연결만 받습니다. 주소를 ipps://로 입력해 주세요.
officer-printer-encryption-failed = 암호화된 연결을 만들 수 없습니다. 프린터를 업데이트하거나 전용 케이블에서 ipp://를 쓰세요.
officer-printer-certificate-changed = 프린터 인증서가 전과 다릅니다. 교체하거나 초기화했다면 다시 확인하고, 아니라면 인쇄하지 말고 보고해 주세요.
officer-printer-refused = 프린터가 작업을 거절했고 아무것도 인쇄되지 않았습니다. 로그에서 이유를 본 뒤 다시 해 보세요.
officer-printer-address-invalid = 프린터 주소가 올바르지 않습니다. ipp://나 ipps://로 시작해야 합니다.
officer-printer-discovery-failed = 이 기기에서 프린터를 찾을 수 없습니다. 주소를 직접 입력하거나 기술자에게 연락해 주세요.

## 문서와 프린터 사이에서

officer-printer-size-unsupported = 프린터가 이 용지 크기를 모릅니다. A4를 쓰는 프린터를 선택해 주세요.
officer-printer-tray-unknown = 설정된 이름의 용지함이 프린터에 없습니다. 다른 용지함을 선택해 주세요.
officer-printer-option-unsupported = 프린터가 요청한 매수, 양면, 용지를 지원하지 않습니다. 요청을 줄여 주세요.
officer-printer-without-colour = 이 프린터는 컬러를 지원하지 않아 흑백으로 인쇄됩니다. “colour”를 false로 바꾸거나 다른 프린터를 사용해 주세요.
officer-printer-without-sides = 이 프린터는 양면 인쇄를 지원하지 않아 단면으로 인쇄됩니다. “two_sided”를 false로 바꾸거나 다른 프린터를 사용해 주세요.
officer-printer-without-copies = 이 프린터는 한 번에 그만큼 여러 부를 인쇄하지 못합니다. 더 필요하면 다시 인쇄해 주세요.
officer-printer-format-unsupported = 프린터가 PDF도 PWG Raster도 받지 않습니다. 드라이버가 필요 없는 프린터나 대기열을 쓰세요.
officer-printer-pages-unusable = 문서를 프린터에 맞게 준비할 수 없습니다. 아무것도 인쇄되지 않았습니다. 로그를 보세요.

## 인쇄 한 건

officer-printer-job-unrecorded = 이 인쇄의 상태를 저장할 수 없습니다. 디스크를 확인하고, 다시 인쇄하기 전에 프린터를 살펴 주세요.
officer-printer-job-already-sent = 이미 넘긴 인쇄라서 저절로 다시 보내지 않습니다. 상태를 보고, 종이가 나오지 않았을 때만 다시 인쇄해 주세요.
officer-printer-job-not-delivered = 인쇄가 프린터에 닿지 않았고 종이도 나오지 않았습니다. 다시 인쇄해도 됩니다.
officer-printer-job-aborted = 프린터가 인쇄를 그만두었습니다. 나온 쪽을 확인해 치우고 다시 인쇄해 주세요.
officer-printer-job-cancelled = 이 기기나 조작판에서 취소되었습니다. 다시 인쇄하기 전에 나온 쪽이 있는지 확인해 주세요.
officer-printer-job-forgotten = 프린터가 이 인쇄를 더는 모릅니다. 종이가 나왔는지 확인하고, 나오지 않았을 때만 다시 인쇄해 주세요.
officer-printer-job-out-of-reach = 프린터에 더 물어볼 수 없습니다. 종이가 나왔는지 보거나 상태를 다시 조회하고, 나오지 않았을 때만 다시 인쇄해 주세요.
officer-printer-job-cut-short = 보내는 도중에 연결이 끊어졌습니다. 모든 쪽이 있는지 확인하고, 모자랄 때만 다시 인쇄해 주세요.
officer-printer-job-with-errors = 프린터가 오류와 함께 끝냈습니다. 모든 쪽을 확인하고, 좋지 않을 때만 다시 인쇄해 주세요.
officer-printer-not-found = 네트워크에서 프린터를 찾지 못했습니다. 전원과 케이블을 살피거나 주소를 정하십시오.
officer-printer-several-found = 프린터가 여러 대 있어 어느 것이 이 기기의 것인지 알 수 없습니다. 맞는 주소를 정하십시오.
