#!/bin/bash
# An administrator alone with a machine: both packages are installed with apt, the guide is typed as it stands, and the
# machine is started anew. Runs in that machine at each start; whoever reads its serial line judges. There is no network.
say() { echo "trial: $*"; }

give_up() {
    say "failed: $*"
    journalctl --boot --no-pager --lines 60 --unit kaunter --unit kaunter-agency
    tail --lines 40 /var/lib/kaunter/data/kaunter.log /var/log/Xorg.0.log /trial/log 2>/dev/null
    poweroff --force
}

# Whether it comes true while somebody would still wait.
comes() {
    for _ in $(seq 180); do
        if "${@:2}" >/dev/null 2>&1; then say "seen: $1"; return; fi
        sleep 1
    done
    give_up "$1"
}

must() { if "${@:2}" >/trial/log 2>&1; then say "seen: $1"; else give_up "$1"; fi; }

ready() { exec 3<>/dev/tcp/127.0.0.1/8711 && printf 'GET /readyz HTTP/1.0\r\n\r\n' >&3 && head --lines 1 <&3 | grep --quiet ' 200 '; }
serves() { ( ready ) && [ "$(ps -o user= -C kaunter-agency)" = kaunter-agency ]; }
window() { ps -o pid= -u kaunter -C kaunter-window --format pid,user,comm --no-headers | awk '$2 == "kaunter" && $3 == "kaunter-window" { print $1 }'; }
shows() { [ -n "$(window)" ] && [ "$(window)" != "${1:-}" ]; }
# Everything below a folder is its owner's, and nobody else reads it; public keys are put there by an administrator.
kept_by() { [ "$(stat --format %U "$2")" = "$1" ] && [ -z "$(find "$2" -path '*/data/keys' -prune -o ! -user "$1" -print -o -type f -perm /077 -name '*.key' -print)" ]; }
installs() { apt-get install --yes "$@" /trial/*.deb; }
types() { bash -e -O expand_aliases /trial/"$1" <<<480213; }
# The server's last word is the code, which is typed at the kiosk.
prepares() {
    types server >/trial/said || return
    { head --lines 1 /trial/guide; echo systemctl stop kaunter; } >/trial/join
    { echo "kiosk enrol http://127.0.0.1:8711 $(tail --lines 1 /trial/said)"; echo systemctl start kaunter; } >>/trial/join
}
hears() { agency kiosk list --tenant harbour | grep --quiet 'MiB free'; }
agency() { runuser --user kaunter-agency -- kaunter-agency --data /var/lib/kaunter-agency "$@"; }

export DEBIAN_FRONTEND=noninteractive PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
cd /root || exit 1
case "$(cat /trial/stage 2>/dev/null)" in
"")
    must "both packages are installed with apt" installs
    must "the kiosk starts with the machine" systemctl is-enabled kaunter
    must "the server starts with the machine" systemctl is-enabled kaunter-agency
    comes "the server serves as its user" serves
    must "a pack is built and signed" types pack
    must "the guide's commands set the kiosk up" types guide
    must "the guide's commands set the server up" prepares
    must "the kiosk is joined to the server" types join
    comes "the kiosk's window is there" shows
    comes "the server hears the kiosk" hears
    echo started >/trial/stage
    say "restarts"
    systemctl reboot
    ;;
started)
    comes "after a start the server serves as its user" serves
    comes "after a start the kiosk's window is there, as its user" shows
    comes "after a start the server hears the kiosk" hears
    must "the kiosk's data are its user's" kept_by kaunter /var/lib/kaunter/data
    must "the kiosk's key is its user's alone" kept_by kaunter /var/lib/kaunter/keys
    must "the server's data are its user's" kept_by kaunter-agency /var/lib/kaunter-agency
    say "look"
    read -r _
    before=$(window)
    kill -KILL "$before"
    comes "a window that was killed is there again" shows "$before"
    systemctl disable --quiet kaunter
    before=$(window)
    must "an update is installed" installs --reinstall
    comes "after the update the server serves" serves
    comes "after the update the kiosk's window is another" shows "$before"
    must "what an administrator switched off stays off" bash -c '! systemctl is-enabled kaunter'
    systemctl enable --quiet kaunter
    must "both packages are taken off" apt-get remove --yes kaunter kaunter-agency
    must "the forms stay" test -f /var/lib/kaunter/keys/store.key -a -f /var/lib/kaunter-agency/signing.key
    must "nothing of them runs" bash -c '! pgrep kaunter'
    must "both are installed again" installs
    must "the kiosk starts with the machine again" systemctl is-enabled kaunter
    say "done"
    poweroff
    ;;
esac
