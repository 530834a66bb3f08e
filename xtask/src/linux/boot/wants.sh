# What the packages want from Debian comes onto the machine while it is made: later there is no network.
export DEBIAN_FRONTEND=noninteractive
for deb in /trial/*.deb; do
    for field in Depends Recommends; do
        wanted=$(dpkg-deb --field "$deb" "$field")
        [ -z "$wanted" ] || apt-get satisfy --yes "$wanted" || exit 1
    done
done
