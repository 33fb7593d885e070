#!/usr/bin/env bash
# Holds a tool's man page and completions against its --help: every option stands there, the page has no mistakes, and
# each shell offers what it should. Shells and mandoc that are missing are skipped with a message.
# usage: check_manual.sh TOOL
set -u
export LC_ALL=C.UTF-8
tool=$(realpath "$1")
name=$(basename "$tool")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() { echo "FAILED: $*" && failed=1; }
cd "$work" || exit 1
PATH="$(dirname "$tool"):$PATH"
touch 'a notice.txt'

mapfile -t options < <("$name" --help | sed -n '/^Options:/,/^[A-Z][a-z ]*:$/p' | grep -oE '^ +-[^ ]+' | tr -d ' ' | tr ',' '\n' | grep '^--')
[ ${#options[@]} -ge 4 ] || fail "--help shows ${#options[@]} options"

"$name" --man >page.1 || fail "--man"
for option in "${options[@]}"; do
  grep -qF -- "${option//-/\\-}" page.1 || fail "the man page lacks $option"
done
for heading in NAME SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS' EXAMPLES 'SEE ALSO'; do
  grep -qx "\.SH $heading" page.1 || fail "the man page lacks the section $heading"
done
if command -v mandoc >/dev/null; then
  mandoc -Tlint -W warning page.1 | grep -v 'missing date' >lint.txt  # a date would change the page of one version
  [ ! -s lint.txt ] || fail "mandoc: $(cat lint.txt)"
else
  echo "skipped: mandoc is not installed"
fi

# offers SHELL LINE: what the shell completes at the end of LINE, one word a line.
offers() {
  case $1 in
    bash)
      bash -c 'source script.bash; read -ra COMP_WORDS <<<"$1"; [[ $1 == *" " ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _'"$name"'; printf "%s\n" "${COMPREPLY[@]}"' bash "$2" ;;
    zsh)
      # A shell of its own behind a terminal: the only way to ask zsh what it would offer.
      timeout 20 zsh -f -c 'zmodload zsh/zpty; zpty z zsh -f -i
        zpty -w z "PROMPT=; unsetopt zle_bracketed_paste 2>/dev/null; fpath=('"$work"'/zsh \$fpath); autoload -U compinit; compinit -u -d '"$work"'/dump"
        zpty -w z "zstyle \":completion:*\" list-colors; zstyle \":completion:*\" verbose no; LISTMAX=10000; setopt list_rows_first; COLUMNS=400; LINES=200; bindkey \"^I\" list-choices; echo rea\dy"
        zpty -r -m z seen "*ready*"
        zpty -wn z "$1"$'"'\\t'"'; sleep 1; zpty -r -t z out; while zpty -r -t z more; do out+=$more; done; print -r -- "$out"; zpty -d z' zsh "$2" |
        tr -s ' \r\t' '\n' | sed 's/\x1b\[[0-9;?]*[A-Za-z]//g' ;;
    fish) fish --no-config -c 'source script.fish; complete -C "$argv[1]"' "$2" | cut -f1 ;;
  esac
}

mkdir zsh
"$name" --completion bash >script.bash && "$name" --completion zsh >"zsh/_$name" && "$name" --completion fish >script.fish ||
  fail "--completion"
for shell in bash zsh fish; do
  if ! command -v $shell >/dev/null; then
    echo "skipped: $shell is not installed"
    continue
  fi
  offers $shell "$name --" >offered
  for option in "${options[@]}"; do
    grep -qxF -- "$option" offered || fail "$shell does not offer $option"
  done
  if printf '%s\n' "${options[@]}" | grep -qx -- --to; then
    offers $shell "$name --to " >offered
    grep -qx json offered || fail "$shell offers no word for --to: $(head -c 300 offered)"
    grep -q notice offered && fail "$shell offers files for --to"
  fi
done
"$name" --completion tcsh >out.txt 2>err.txt
[ $? -eq 2 ] || fail "an unknown shell is no usage error"
exit $failed
