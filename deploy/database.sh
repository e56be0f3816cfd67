# For backup.sh and restore.sh: the database of the settings. Its password goes into the environment, PGPASSWORD, and $address
# is without it: everybody on this machine sees what programs are called with.
unreadable() {
    echo "DATABASE_URL cannot be read: postgresql://user:password@host:port/name, with %40 for @, %2F for / and the like." >&2
    exit 1
}

# What a part of an address stands for.
decoded() {
    coded=$1
    while [ -n "$coded" ]; do
        plain=${coded%%\%*}
        printf %s "$plain"
        coded=${coded#"$plain"}
        case $coded in
        '') ;;
        %00*) return 1 ;;
        %[0-9A-Fa-f][0-9A-Fa-f]*)
            plain=${coded#%??}
            coded=${coded%"$plain"}
            printf %b "\\0$(printf %03o "0x${coded#%}")"
            coded=$plain
            ;;
        *) return 1 ;;
        esac
    done
}

case $DATABASE_URL in
postgresql://* | postgres://*) ;;
*) unreadable ;;
esac
address=${DATABASE_URL%%://*}://
rest=${DATABASE_URL#*://}
login=
secret=
case $rest in
*@*)
    login=${rest%%@*}
    rest=${rest#*@}
    address=$address${login%%:*}@
    ;;
esac
# What stands wrong in a password would count as host or name and be seen.
case $login in */* | *\?*) unreadable ;; *:*) secret=${login#*:} ;; esac
case $rest in *@*) unreadable ;; esac

parameters=
case $rest in *\?*) parameters=${rest#*\?} ;; esac
address=$address${rest%%\?*}
separator=\?
while [ -n "$parameters" ]; do
    parameter=${parameters%%&*}
    parameters=${parameters#"$parameter"}
    parameters=${parameters#&}
    case $parameter in
    password=*) secret=${parameter#password=} ;;
    *)
        address=$address$separator$parameter
        separator=\&
        ;;
    esac
done
if [ -n "$secret" ]; then
    PGPASSWORD=$(decoded "$secret") || unreadable
    export PGPASSWORD
fi
