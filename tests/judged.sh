# What the judges of the sandbox share: sourced by them, from the root of the repository. Gives them a folder `$work`, which
# is gone at the end, with the spec as `bundle.json`, and `sandbox` to start what they judge.
work=$(mktemp -d)
started=()
end() {
    for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
    rm -rf "$work"
}
trap end EXIT

# Waits until a program that was just started has written a line to its output.
await() {
    local process=$1 output=$2 line=$3
    started+=("$process")
    until grep -q "$line" "$output"; do
        kill -0 "$process" || { cat "$output" && return 1; }
        sleep 0.1
    done
}

# Starts the sandbox, and sets what leads to it.
sandbox() {
    cargo xtask bundle --out "$work/bundle.json"
    cargo build --package yuno-sandbox
    touch "$work/banner"
    target/debug/yuno-sandbox --port 0 --seed 1 >"$work/banner" 2>&1 &
    await $! "$work/banner" '^account_id: '
    printed() { sed -n "s/^$1: //p" "$work/banner"; }
    url=$(printed 'Yuno sandbox')
    public_api_key=$(printed public-api-key)
    private_secret_key=$(printed private-secret-key)
    account_id=$(printed account_id)
}
