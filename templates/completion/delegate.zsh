#compdef delegate
# Completion of delegate for zsh. Made by "delegate completion zsh".
# What is typed is handed over as it stands, and nothing of it is evaluated.
_delegate() {
  local -a lines values shown open openshown
  local line value about
  integer width=0
  lines=("${(@f)$(delegate complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  case $lines[1] in
    '') return 1 ;;
    :files) _files; return ;;
    :folders) _files -/; return ;;
  esac
  for line in "${(@)lines}"; do
    value=${line%%$'\t'*}
    (( ${#value} > width )) && width=${#value}
  done
  for line in "${(@)lines}"; do
    value=${line%%$'\t'*}
    about=$value
    [[ $line == *$'\t'* ]] && about="${(r:width:)value}  -- ${line#*$'\t'}"
    about=${about[1,COLUMNS-1]}
    if [[ $value == *= ]]; then
      open+=("$value")
      openshown+=("$about")
    else
      values+=("$value")
      shown+=("$about")
    fi
  done
  integer found=1
  (( $#values )) && compadd -l -d shown -a values && found=0
  (( $#open )) && compadd -S '' -l -d openshown -a open && found=0
  return found
}
if [[ $funcstack[1] == _delegate ]]; then
  _delegate "$@"
else
  compdef _delegate delegate
fi
